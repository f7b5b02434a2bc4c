package xlsx

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/redthread/redthread/data/format"
	"github.com/redthread/redthread/data/format/formattest"
)

// LibreOffice makes date cells of ISO dates and number cells of numbers.
func TestAWorkbookOfLibreOfficeIsRead(t *testing.T) {
	soffice := formattest.Peer(t, "soffice")
	dir := t.TempDir()
	text := "name,date,share,note\nAda,2015-06-03,0.25,\"two\nlines\"\n吴,1900-01-15,1e3,7\nCy,1850-06-03,1,x\nBo,,TRUE,a & b\n"
	if err := os.WriteFile(filepath.Join(dir, "in.csv"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--infilter=CSV:44,34,76,1", "--convert-to", "xlsx", "--outdir", dir, filepath.Join(dir, "in.csv"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	content, err := os.ReadFile(filepath.Join(dir, "in.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	list, err := Tables(format.Bytes("in.xlsx", content), format.Options{})
	if err != nil {
		t.Fatal(err)
	}
	sameGrid(t, grid(t, list[0]), "name|date|share|note\n2: Ada|2015-06-03<2015-06-03>|0.25|two\nlines\n3: 吴|1900-01-15<1900-01-15>|1000|7\n4: Cy|1850-06-03<1850-06-03>|1|x\n5: Bo||true|a & b")
}
