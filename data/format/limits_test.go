package format

import "testing"

func TestMoreRecordsGetTheRoomTheyNeed(t *testing.T) {
	few, standard, many, endless := Limits{Records: 10}.Filled(), Limits{}.Filled(), Limits{Records: 5_000_000}.Filled(), Limits{Records: 1 << 62}.Filled()
	if few.Values != 2_000_000 || standard.Values != 2_000_000 || standard.Expanded != 256<<20 || standard.Cells != 20_000_000 {
		t.Errorf("the default is other than documented: %+v, %+v", few, standard)
	}
	if many.Values != 20_000_000 || many.Expanded != 2560<<20 || many.Cells != 200_000_000 || many.Text != standard.Text {
		t.Errorf("ten times the records: %+v", many)
	}
	if endless.Values <= many.Values || endless.Expanded <= many.Expanded || endless.Cells <= 0 {
		t.Errorf("no end of records: %+v", endless)
	}
	if own := (Limits{Records: 5_000_000, Values: 7}).Filled(); own.Values != 7 {
		t.Errorf("a limit of its own is not kept: %+v", own)
	}
}
