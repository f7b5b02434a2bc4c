package browser
import ("testing";"fmt";"time")
func TestDbg(t *testing.T) {
	tab := open(t, pageURL(site, "index.html")+"#view=timeline&sel=cyber-security-law", desktop)
	tab.settle()
	for _, v := range []string{"network","table","timeline"} {
	b:=time.Now()
	tab.do(`document.getElementById("tab-`+v+`").click()`)
	fmt.Println(v, "clicked", time.Since(b))
	tab.settle()
	fmt.Println("settled", time.Since(b), eval[string](tab,`location.hash`), tab.state())
	}
	tab.do(`history.back()`)
	fmt.Println("back")
	tab.settle()
	fmt.Println("settled", eval[string](tab,`location.hash`), tab.state())
}
