package edtf

import "testing"

var benchmarked = []string{"2016-11-07", "2017-06", "2014~", "2017-01/2018-03", "[2016-11-07..2016-11-13]", "156X-12-25",
	"1985-04-12T23:20:30+04:30", "{1667,1668,1670..1672}", "XXXX-12-XX"}

func BenchmarkParse(b *testing.B) {
	for _, text := range benchmarked {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Parse(text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkPrecedes(b *testing.B) {
	law, trial := MustParse("2017-06-01/"), MustParse("2018-04~")
	b.ReportAllocs()
	for b.Loop() {
		if Precedes(law, trial) != Certain {
			b.Fatal("the law comes first")
		}
	}
}

func BenchmarkHull(b *testing.B) {
	list := dates(benchmarked...)
	b.ReportAllocs()
	for b.Loop() {
		if Hull(list...).IsZero() {
			b.Fatal("no hull")
		}
	}
}

func BenchmarkWords(b *testing.B) {
	list := dates(benchmarked...)
	for b.Loop() {
		for _, d := range list {
			if d.Words() == "" {
				b.Fatal("no words")
			}
		}
	}
}
