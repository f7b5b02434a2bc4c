package edtf_test

import (
	"fmt"

	"github.com/redthread/redthread/data/edtf"
)

func ExampleParse() {
	for _, text := range []string{"2016-11-07", "[2016-11-07..2016-11-13]", "[..2017-12-08]", "2014~", "2017-06/", "6/2015"} {
		d, err := edtf.Parse(text)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s: %s\n", d, d.Words())
	}
	// Output:
	// 2016-11-07: 7 November 2016
	// [2016-11-07..2016-11-13]: between 7 and 13 November 2016
	// [..2017-12-08]: before 9 December 2017
	// 2014~: about 2014
	// 2017-06/: since June 2017, end unknown
	// date "6/2015", column 1: a year needs four digits, not "6"; write 2015-06
}

func ExampleDate_Start() {
	inForce := edtf.MustParse("2017-06/")
	fmt.Printf("starts between day %.0f and day %.5f\n", inForce.Start().Earliest.Days(), inForce.Start().Latest.Days())
	fmt.Println("latest end known:", inForce.End().Latest != nil)
	// Output:
	// starts between day 17318 and day 17347.99999
	// latest end known: false
}

func ExamplePrecedes() {
	law, trial := edtf.MustParse("2017-06-01/.."), edtf.MustParse("2018")
	fmt.Println("law before trial:", edtf.Precedes(law, trial))
	fmt.Println("trial before law:", edtf.Precedes(trial, law))
	fmt.Println("trial before the first of June:", edtf.Precedes(trial, edtf.MustParse("2017-06-01")))
	fmt.Println("law before a doubtful 2018:", edtf.Precedes(law, edtf.MustParse("2018?")))
	// Output:
	// law before trial: certain
	// trial before law: possible
	// trial before the first of June: impossible
	// law before a doubtful 2018: possible
}

func ExampleHull() {
	fmt.Println(edtf.Hull(edtf.MustParse("2018-04"), edtf.Date{}, edtf.MustParse("2015-07~")))
	// Output: 2015-07~/2018-04
}

func ExampleOverlap() {
	fmt.Println(edtf.Overlap(edtf.MustParse("2015/2018-04"), edtf.MustParse("2017-06/..")))
	fmt.Println(edtf.Overlap(edtf.MustParse("2015"), edtf.MustParse("2018")))
	// Output:
	// 2017-06/2018-04 true
	//  false
}
