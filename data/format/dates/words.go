package dates

import "strings"

// role is what a word does in a date.
type role uint8

// The roles. A word may have several: "mar" is a month and a Tuesday.
const (
	filler role = iota + 1
	month
	weekday
	season  // value: of EDTF, 21 to 24
	quarter // "Q", "quarter"
	half
	century
	decade
	beforeChrist
	afterChrist
	vague // early, middle, late
	about
	perhaps
	before
	by
	notBefore
	until
	after
	since
	between
	to
	and
	alternative // or
	now
	onwards
	yearUnit
	monthUnit
	dayUnit
	reign // value: the year before its first
	alien // another calendar
	undated
)

// meaning is one role of a word.
type meaning struct {
	role  role
	value int
}

// vocabulary gives the roles of folded words.
var vocabulary = map[string][]meaning{}

// phrases are words that together are one, by their first word, the longest
// first.
var phrases = map[string][][]string{}

// unspaced are the words of scripts without spaces, the longest first.
var unspaced []string

// months are the names and short forms of the months. A bar separates spellings.
var months = [13]string{"",
	"january|jan|januar|janner|janvier|janv|enero|ene|janeiro|gennaio|gen|januari|января|январь|янв|ocak|oca|يناير|كانون الثاني",
	"february|feb|febr|februar|feber|fevrier|fevr|fev|febrero|fevereiro|febbraio|februari|февраля|февраль|фев|февр|şubat|şub|فبراير|شباط",
	"march|mar|marz|mrz|mars|marzo|março|maart|mrt|марта|март|мар|mart|مارس|آذار",
	"april|apr|avril|avr|abril|abr|aprile|апреля|апрель|апр|nisan|nis|أبريل|ابريل|نيسان",
	"may|mai|mayo|maio|maggio|mag|mei|мая|май|mayıs|مايو|أيار",
	"june|jun|juni|juin|junio|junho|giugno|giu|июня|июнь|июн|haziran|haz|يونيو|حزيران",
	"july|jul|juli|juillet|juil|julio|julho|luglio|lug|июля|июль|июл|temmuz|tem|يوليو|تموز",
	"august|aug|août|agosto|ago|augustus|августа|август|авг|ağustos|ağu|أغسطس|آب",
	"september|sep|sept|septembre|septiembre|setiembre|setembro|set|settembre|sett|сентября|сентябрь|сен|сент|eylül|eyl|سبتمبر|أيلول",
	"october|oct|oktober|okt|octobre|octubre|outubro|out|ottobre|ott|октября|октябрь|окт|ekim|eki|أكتوبر|اكتوبر|تشرين الأول",
	"november|nov|novembre|noviembre|novembro|ноября|ноябрь|ноя|нояб|kasım|kas|نوفمبر|تشرين الثاني",
	"december|dec|dezember|dez|décembre|déc|diciembre|dic|dezembro|dicembre|декабря|декабрь|дек|aralık|ara|ديسمبر|كانون الأول",
}

// weekdays are the names and short forms of the days, Sunday first.
var weekdays = [7]string{
	"sunday|sun|sonntag|so|dimanche|dim|domingo|dom|domenica|zondag|zo|воскресенье|вс|pazar|paz|星期日|星期天|周日|週日|日曜日|일요일|الأحد",
	"monday|mon|montag|mo|lundi|lun|lunes|segunda|lunedi|lunedì|maandag|ma|понедельник|пн|pazartesi|pzt|星期一|周一|週一|月曜日|월요일|الاثنين",
	"tuesday|tue|tues|dienstag|di|mardi|mar|martes|terça|martedì|dinsdag|вторник|вт|salı|sal|星期二|周二|週二|火曜日|화요일|الثلاثاء",
	"wednesday|wed|mittwoch|mi|mercredi|mer|miércoles|mié|quarta|mercoledì|woensdag|wo|среда|ср|çarşamba|çar|星期三|周三|週三|水曜日|수요일|الأربعاء",
	"thursday|thu|thur|thurs|donnerstag|do|jeudi|jeu|jueves|jue|quinta|giovedì|gio|donderdag|четверг|чт|perşembe|per|星期四|周四|週四|木曜日|목요일|الخميس",
	"friday|fri|freitag|fr|vendredi|ven|viernes|vie|sexta|venerdì|vrijdag|vr|пятница|пт|cuma|cum|星期五|周五|週五|金曜日|금요일|الجمعة",
	"saturday|sat|samstag|sonnabend|sa|samedi|sam|sábado|sáb|sabato|sab|zaterdag|za|суббота|сб|cumartesi|cmt|星期六|周六|週六|土曜日|토요일|السبت",
}

// others are the remaining words by what they do.
var others = []struct {
	role  role
	value int
	words string
}{
	{filler, 0, "the|of|in|on|an|am|im|den|der|dem|des|le|la|el|il|lo|de|del|della|di|du|do|da|en|em|year|anno|ano|año|an|année|jahr|jaar|rok|года|году|год|г|гг|yılı|yil|yılında|feira|公元|西元|西暦|서기|d|l|dated|op|第|г"},
	{season, 21, "spring|frühling|frühjahr|printemps|primavera|lente|voorjaar|весна|весной|ilkbahar|春季|春天|春|봄"},
	{season, 22, "summer|sommer|été|verano|verão|estate|zomer|лето|летом|yaz|夏季|夏天|夏|여름"},
	{season, 23, "autumn|fall|herbst|automne|otoño|outono|autunno|herfst|najaar|осень|осенью|sonbahar|秋季|秋天|秋|가을"},
	{season, 24, "winter|hiver|invierno|inverno|зима|зимой|kış|冬季|冬天|冬|겨울"},
	{quarter, 0, "q|t|quarter|qtr|quartal|trimestre|trim|kwartaal|kw.|квартал|кв|çeyrek|季度|分기"},
	{half, 0, "h|half|hälfte|halbjahr|semester|semestre|halfjaar|полугодие|yarıyıl|반기"},
	{half, 1, "上半年|上半期|상반기"},
	{half, 2, "下半年|下半期|하반기"},
	{century, 0, "century|cent|jahrhundert|jh|jhd|jhdt|siècle|siecle|s.|siglo|século|secolo|sec|eeuw|век|века|в.|yüzyıl|yy.|世纪|世紀|세기"},
	{decade, 0, "s|decade|er|ern|jahre|années|annees|années|años|anos|anni|jaren|годы|годов|е|х|lar|ler|年代|년대"},
	{beforeChrist, 0, "bc|bce|v chr|vor christus|vor chr|v u z|av j c|avant j c|avant jésus christ|a c|a de c|antes de cristo|avanti cristo|v c|voor christus|до н э|до нашей эры|mö|m ö|公元前|西元前|紀元前|기원전|ق م"},
	{afterChrist, 0, "ad|ce|a d|c e|n chr|nach christus|nach chr|u z|ap j c|après j c|d c|d de c|después de cristo|dopo cristo|n c|na christus|н э|нашей эры|ms|m s|م"},
	{beforeChrist, 0, "b c|b c e"},
	{vague, 0, "early|late|mid|middle|beginning|start|end|anfang|mitte|ende|spätes|frühes|début|debut|fin|milieu|mi|principios|mediados|finales|inicio|início|meados|final|inizio|metà|fine|begin|midden|eind|начало|середина|конец|начале|середине|конце|başı|ortası|sonu|初|中期|初期|末期|末|上旬|中旬|下旬|초|말"},
	{about, 0, "c|ca|cca|circa|cir|about|around|approximately|approx|roughly|abt|um|etwa|ungefähr|zirka|gegen|vers|environ|env|autour de|autour du|hacia|alrededor de|aproximadamente|aprox|por volta de|cerca de|verso|verso il|intorno al|omstreeks|rond|ongeveer|около|ок|приблизительно|примерно|yaklaşık|约|約|大约|大約|약|左右|前後|前后|頃|ごろ|경|쯤|civarı|civarında|حوالي|نحو"},
	{perhaps, 0, "possibly|probably|perhaps|maybe|prob|vielleicht|wohl|vermutlich|wahrscheinlich|peut être|probablement|quizás|probablemente|provavelmente|talvez|forse|probabilmente|misschien|waarschijnlijk|возможно|вероятно|belki"},
	{before, 0, "before|prior to|bef|vor|vor dem|avant|avant le|antes de|antes del|antes do|prima del|prima di|prima|voor|до|перед|以前|之前|قبل|이전"},
	{by, 0, "by|no later than|not later than|at the latest|spätestens|au plus tard|не позднее|or earlier|or before"},
	{by, 0, "not after|nicht nach|pas après|no después de"},
	{notBefore, 0, "not before|no earlier than|nicht vor|frühestens|pas avant|au plus tôt|no antes de|не ранее|or later|or after"},
	{until, 0, "until|till|up to|bis|bis zum|jusqu'à|jusque|jusqu à|jusqu au|jusqu en|hasta|hasta el|até|fino a|fino al|tot|tot en met|по|まで|為止|为止|حتى"},
	{after, 0, "after|aft|nach|nach dem|après|après le|después de|después del|depois de|dopo|dopo il|na|после|之后|之後|بعد"},
	{since, 0, "since|from|as of|starting|seit|seit dem|ab|ab dem|von|vom|depuis|depuis le|dès|à partir de|à partir du|a partir de|desde|desde el|dal|dalla|sinds|vanaf|van|с|со|начиная с|以来|以後|以后|から|自|부터|منذ|من"},
	{between, 0, "between|zwischen|entre|tra|fra|tussen|между|بين"},
	{to, 0, "to|until|till|through|thru|bis|bis zum|à|a|au|al|hasta|até|ao|fino al|tot|t m|по|до|至|到|까지|إلى|الى"},
	{and, 0, "and|und|et|y|e|en|и|ve"},
	{alternative, 0, "or|oder|ou|o|of|или|veya|或"},
	{now, 0, "present|today|now|ongoing|current|date|heute|jetzt|aujourd'hui|aujourd hui|présent|actualidad|la actualidad|hoy|presente|hoje|oggi|heden|nu|настоящее время|наст время|н в|günümüz|今|至今|现在|現在|현재"},
	{onwards, 0, "onwards|onward|and later|and after"},
	{yearUnit, 0, "年|년"},
	{monthUnit, 0, "月|월"},
	{dayUnit, 0, "日|号|號|일"},
	{reign, 1911, "民國|民国|中華民國|中华民国|minguo|roc"},
	{reign, 2018, "令和|reiwa"},
	{reign, 1988, "平成|heisei"},
	{reign, 1925, "昭和|showa"},
	{reign, 1911, "大正|taisho"},
	{alien, 0, "ah|a h|hijri|hijriyah|hégire|هـ|ه|هجري|هجرية|muharram|محرم|safar|صفر|rajab|رجب|shaban|sha'ban|شعبان|ramadan|رمضان|shawwal|شوال|ذو القعدة|ذو الحجة|jumada|rabi"},
	{alien, 1, "o s|os|old style|julian|ст ст|старого стиля|alten stils|ancien style"},
	{alien, 2, "am|anno mundi|tishri|tishrei|nisan5|tevet|shevat|adar|iyar|sivan|tammuz|elul|cheshvan|kislev"},
	{alien, 3, "พ ศ|พ.ศ|พศ|be"},
	{alien, 4, "vendémiaire|brumaire|frimaire|nivôse|pluviôse|ventôse|germinal|floréal|prairial|messidor|thermidor|fructidor"},
	{alien, 5, "明治|meiji|光绪|光緒|康熙|乾隆|農曆|农历|陰曆|旧暦"},
	{undated, 0, "n d|nd|undated|no date|s d|sd|s f|ohne datum|o d|o j|ohne jahr|sans date|sin fecha|sem data|senza data|без даты|б г|不详|不詳|tarihsiz"},
}

// aliens name the calendars of role alien, for a hint.
var aliens = [...]string{"the Hijri calendar", "the Julian calendar", "the Hebrew calendar", "the Buddhist era", "the French republican calendar", "a lunar calendar"}

func init() {
	for m, list := range months {
		learn(list, meaning{month, m})
	}
	for d, list := range weekdays {
		learn(list, meaning{weekday, d})
	}
	for _, o := range others {
		learn(o.words, meaning{o.role, o.value})
	}
	sortByLength()
}

// learn adds words; those of several words become one joined by spaces.
func learn(list string, m meaning) {
	for _, word := range strings.Split(list, "|") {
		parts := strings.FieldsFunc(strings.TrimSuffix(fold(word), "."), func(r rune) bool { return r == ' ' || r == '\'' })
		word = strings.Join(parts, " ")
		if word == "" {
			continue
		}
		if len(parts) > 1 {
			phrases[parts[0]] = append(phrases[parts[0]], parts)
		}
		if len(parts) == 1 && isUnspaced([]rune(word)[0]) {
			unspaced = append(unspaced, word)
		}
		if !hasMeaning(vocabulary[word], m) {
			vocabulary[word] = append(vocabulary[word], m)
		}
	}
}

func hasMeaning(list []meaning, m meaning) bool {
	for _, x := range list {
		if x == m {
			return true
		}
	}
	return false
}
