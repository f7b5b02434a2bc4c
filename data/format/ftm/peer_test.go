package ftm

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

// conforms hands files to the model of the npm package.
func conforms(t *testing.T, files ...string) {
	t.Helper()
	folder := modules(t)
	out, err := exec.Command(formattest.Peer(t, "node"), append([]string{filepath.Join("testdata", "check.cjs"), folder}, files...)...).CombinedOutput()
	if err != nil {
		t.Errorf("%v:\n%.5000s", err, out)
	}
}

func file(t *testing.T, name string, text []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, text, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTheModelTakesWhatWeWrite(t *testing.T) {
	text, _ := written(t, formattest.Bundled(t))
	files := []string{file(t, "bundled.json", text)}
	for i := range 150 {
		text, _ := written(t, rapid.Custom(formattest.Dataset).Example(i))
		files = append(files, file(t, fmt.Sprintf("ours-%d.json", i), text))
	}
	for i := range 150 {
		text := rapid.Custom(foreign).Example(i)
		if len(text) == 0 {
			continue
		}
		ds, _ := imported(t, text.bytes(), format.Options{})
		text2, _ := written(t, ds)
		files = append(files, file(t, fmt.Sprintf("theirs-%d.json", i), text2))
	}
	conforms(t, files...)
}

// The generator of foreign files is itself held to the model, so that the round
// trips speak of files that there can be.
func TestTheModelTakesTheGeneratedFiles(t *testing.T) {
	var files []string
	for i := range 100 {
		files = append(files, file(t, fmt.Sprintf("foreign-%d.json", i), rapid.Custom(foreign).Example(i).bytes()))
	}
	conforms(t, files...)
}

func TestTheCheckFindsFaults(t *testing.T) {
	folder := modules(t)
	bad := file(t, "bad.json", []byte(`{"id":"a","schema":"Person","properties":{"name":["A"],"birthDate":["1999-02-30"],"country":["xx"],"shoe":["9"]}}`+"\n"+
		`{"id":"b","schema":"Ownership","properties":{"owner":["a"],"asset":["a"]}}`+"\n"))
	out, err := exec.Command(formattest.Peer(t, "node"), filepath.Join("testdata", "check.cjs"), folder, bad).CombinedOutput()
	if err == nil {
		t.Fatalf("no fault found:\n%s", out)
	}
	want := "bad.json: a (Person): birthDate: \"1999-02-30\": no date\nbad.json: a (Person): country: \"xx\": not among the values of country\nbad.json: a (Person): no property shoe\n" +
		"bad.json: b (Ownership): asset: \"a\": a Person is no Asset\n2 entities, 4 problems\n"
	if string(out) != want {
		t.Errorf("%s", out)
	}
}
