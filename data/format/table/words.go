package table

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// role is what a column is for. The names are the keys of a mapping.
type role string

// headerWords are the headers that we know, folded: English, German, French,
// Spanish, Chinese. What is as good in two roles stands in the likelier one;
// values settle the rest (from and to, that may be dates).
var headerWords = map[role]string{
	"id":         "id|identifier|key|uid|uuid|code|case no|case number|case id|file no|file number|record no|reference number|aktenzeichen|案号|案件号|node|node id|nodeid|number|no|nr|num|record id|entity id|kennung|nummer|identifiant|identifiant unique|clave|identificador|numero|编号|序号|代码|識別碼|ID号|標識",
	"name":       "name|label|title|full name|fullname|person|company|company name|organization|organisation|entity|headline|event|event name|caption|display name|bezeichnung|titel|firma|ereignis|nom|intitule|titre|libelle|evenement|raison sociale|nombre|titulo|evento|denominacion|etiqueta|姓名|名称|名字|标题|名稱|標題|事件|公司|机构|全名",
	"kind":       "kind|type|category|class|entity type|node type|schema|typ|art|kategorie|gattung|genre|categorie|tipo|categoria|clase|类型|种类|类别|類型|種類",
	"aliases":    "alias|aliases|aka|a k a|also known as|other names|other name|alternative names|alternate names|nickname|nicknames|synonyms|alt name|auch|aliasnamen|andere namen|weitere namen|surnom|autres noms|alias noms|otros nombres|apodo|别名|又名|化名|別名",
	"date":       "edtf|date|when|day date|event date|datum|tag des ereignisses|zeitpunkt|date de levenement|fecha|日期|时间|時間|date of event|timestamp|time|created|created at",
	"start":      "start|start date|begin|begin date|since|valid from|from date|date from|date start|date begin|birth|born|birth date|birthdate|date of birth|dob|birthday|beginn|anfang|startdatum|seit|geboren|geburtsdatum|debut|date de debut|depuis|naissance|date de naissance|inicio|fecha de inicio|desde|nacimiento|fecha de nacimiento|开始|开始日期|开始时间|起始日期|開始|出生日期|生日|founded|established|incorporated|incorporation date|gegrundet|grundungsdatum|fondation|date de creation|fundacion|成立日期",
	"end":        "end|end date|until|till|valid to|valid until|to date|date to|date end|death|died|death date|date of death|finish|ende|enddatum|gestorben|todesdatum|bis datum|fin|date de fin|jusqua|deces|date de deces|fecha de fin|hasta|muerte|fecha de muerte|final|结束|结束日期|结束时间|截止日期|結束|死亡日期|dissolved|dissolution date",
	"year":       "year|yr|jahr|annee|ano|年|年份|start year",
	"month":      "month|mon|monat|mois|mes|月|月份|start month",
	"day":        "day|tag|jour|dia|日|start day",
	"end year":   "end year|endjahr|annee de fin|ano final",
	"end month":  "end month|endmonat|mois de fin|mes final",
	"end day":    "end day|endtag|jour de fin|dia final",
	"summary":    "summary|description|text|notes|note|remark|remarks|comment|comments|details|abstract|about|bio|biography|beschreibung|zusammenfassung|bemerkung|anmerkung|kommentar|notiz|resume|descriptif|commentaire|remarque|descripcion|resumen|observaciones|comentario|nota|描述|说明|简介|备注|摘要|說明|備註|内容",
	"tags":       "tags|tag list|keywords|labels|topics|themes|schlagworte|schlagworter|stichworte|mots cles|etiquettes|etiquetas|palabras clave|标签|关键词|標籤|關鍵詞",
	"links":      "website|homepage|web site|web|link|links|wikipedia|webseite|internetseite|site web|site internet|sitio web|enlace|网站|网址|官网|網站",
	"source":     "source|sources|source url|url|urls|citation|citations|reference|references|ref|evidence|source name|source title|source document|quelle|quellen|beleg|belege|fundstelle|quellenangabe|provenance|sources citees|fuente|fuentes|referencia|referencias|来源|出处|资料来源|來源|出處|引用|链接",
	"at":         "page|pages|p|paragraph|paragraphs|para|locator|source page|seite|seiten|absatz|paragraphe|pagina|paginas|parrafo|页|页码|段落|頁碼",
	"place":      "place|location|city|venue|where|town|ort|stadt|schauplatz|lieu|ville|endroit|lugar|ciudad|ubicacion|地点|地點|城市|位置|地方",
	"count":      "number of people|people|participants|headcount|anzahl personen|teilnehmer|nombre de personnes|participantes|人数|人數",
	"from":       "from|source|source id|from id|sender|subject|origin|start node|src|von|absender|quelle id|de|origine|expediteur|origen|remitente|从|来自|發送方|发送方|源|起点|owner|parent|parent id|node1|node 1|entity 1|entity1|person 1|person1|name 1|name1|actor 1|actor1|follower|shareholder|aktionar",
	"to":         "to|target|target id|to id|receiver|recipient|object|destination|end node|dst|tgt|an|nach|zu|empfanger|ziel|a|vers|cible|destinataire|destino|objetivo|destinatario|到|去往|接收方|目标|目標|终点|owned|child|child id|node2|node 2|entity 2|entity2|person 2|person2|name 2|name2|actor 2|actor2|followed|followee|asset|company",
	"predicate":  "relation|relationship|predicate|relation type|relationship type|rel|link type|edge type|edge label|verb|role|interaction|beziehung|verhaltnis|rolle|relation entre|lien|role joue|relacion|vinculo|rol|tipo de relacion|关系|关系类型|關係|角色|类别关系|type|typ|tipo|类型|kind|label",
	"status":     "status|certainty|confidence|reliability|sicherheit|gewissheit|fiabilite|certitude|certeza|fiabilidad|可信度|确定性",
	"short":      "short|short name|abbreviation|acronym|kurzname|abkurzung|abrege|sigle|sigla|abreviatura|简称|簡稱|缩写",
	"attributes": "weight|value|amount|share|percent|lat|latitude|lon|lng|longitude|country|gender|sex|nationality|phone|email|address|gewicht|betrag|anteil|poids|montant|peso|importe|权重|金额|份额|国家|性别|x|y|size|color|colour|degree|interval|timeset",
}

// rolesByWord is headerWords turned round; a word may have several roles.
var rolesByWord = func() map[string][]role {
	by := map[string][]role{}
	for _, r := range roleOrder {
		for word := range strings.SplitSeq(headerWords[r], "|") {
			by[foldHeader(word)] = append(by[foldHeader(word)], r)
		}
	}
	return by
}()

// roleOrder is how words of two roles are settled where values do not speak.
var roleOrder = []role{"id", "name", "kind", "aliases", "date", "start", "end", "year", "month", "day", "end year", "end month", "end day", "summary", "tags",
	"links", "source", "at", "place", "count", "from", "to", "predicate", "status", "short", "attributes"}

// meaning is what a header says.
type meaning struct {
	role  role
	lang  string // of a name in another language
	exact bool   // the header is a known word; else it holds one
}

// is tells whether a header may have a role.
func is(header string, want role) bool {
	for _, r := range rolesByWord[foldHeader(header)] {
		if r == want {
			return true
		}
	}
	return false
}

// roleOf is the first role of a header; empty for a word we do not know.
func roleOf(header string) meaning {
	if rest, lang := cutLanguage(header); lang != "" && (is(rest, "name") || rest == "") {
		return meaning{"names", lang, true}
	}
	folded := foldHeader(header)
	if roles := rolesByWord[folded]; len(roles) > 0 {
		return meaning{role: roles[0], exact: true}
	}
	// "date of hearing", "Name of company": the first or last word counts.
	words := strings.Fields(folded)
	for _, w := range []int{0, len(words) - 1} {
		if len(words) < 2 || len(words) > 4 {
			break
		}
		for _, r := range rolesByWord[words[w]] {
			if loose[r] {
				return meaning{role: r}
			}
		}
	}
	return meaning{}
}

// loose are the roles that a header may have by one of its words.
var loose = map[role]bool{"id": false, "name": true, "date": true, "start": true, "end": true, "source": true, "links": true}

// foldHeader is a header without what spellings differ by: lower case, accents
// dropped, camel case and signs as spaces.
func foldHeader(header string) string {
	var b strings.Builder
	var last rune
	for _, r := range norm.NFD.String(header) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '\'' || r == '’':
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if unicode.IsUpper(r) && unicode.IsLower(last) {
				b.WriteByte(' ')
			}
			b.WriteRune(unicode.ToLower(r))
		default:
			b.WriteByte(' ')
		}
		last = r
	}
	return strings.Join(strings.Fields(norm.NFC.String(b.String())), " ")
}

// languages are words for languages in headers, and the tag of each.
var languages = map[string]string{
	"english": "en", "englisch": "en", "anglais": "en", "ingles": "en", "英文": "en", "英语": "en",
	"chinese": "zh", "chinesisch": "zh", "chinois": "zh", "chino": "zh", "中文": "zh", "汉语": "zh", "simplified chinese": "zh-Hans", "traditional chinese": "zh-Hant",
	"simplified": "zh-Hans", "traditional": "zh-Hant", "简体": "zh-Hans", "繁体": "zh-Hant", "繁體": "zh-Hant", "pinyin": "zh-Latn-pinyin",
	"german": "de", "deutsch": "de", "allemand": "de", "aleman": "de", "德文": "de", "french": "fr", "franzosisch": "fr", "francais": "fr", "frances": "fr", "法文": "fr",
	"spanish": "es", "spanisch": "es", "espagnol": "es", "espanol": "es", "西班牙文": "es", "russian": "ru", "russisch": "ru", "russe": "ru", "ruso": "ru", "俄文": "ru",
	"arabic": "ar", "arabisch": "ar", "arabe": "ar", "阿拉伯文": "ar", "japanese": "ja", "japanisch": "ja", "japonais": "ja", "japones": "ja", "日文": "ja",
	"korean": "ko", "koreanisch": "ko", "coreen": "ko", "coreano": "ko", "韩文": "ko", "ukrainian": "uk", "persian": "fa", "farsi": "fa", "turkish": "tr",
	"portuguese": "pt", "italian": "it", "polish": "pl", "hebrew": "he", "hindi": "hi", "uyghur": "ug", "tibetan": "bo",
	"en": "en", "zh": "zh", "cn": "zh", "de": "de", "fr": "fr", "es": "es", "ru": "ru", "ar": "ar", "ja": "ja", "ko": "ko", "uk": "uk", "fa": "fa", "tr": "tr",
	"pt": "pt", "it": "it", "pl": "pl", "he": "he", "hi": "hi", "ug": "ug", "bo": "bo", "zh hans": "zh-Hans", "zh hant": "zh-Hant", "zh cn": "zh-Hans", "zh tw": "zh-Hant",
}

// cutLanguage takes the language off a header: name_zh, name:zh, "name
// (Chinese)", "Chinese name", names.zh-Hans, 中文名.
func cutLanguage(header string) (rest, lang string) {
	folded := foldHeader(header)
	if rest, ok := strings.CutPrefix(folded, "names "); ok {
		folded = "name " + rest
	}
	if rest, ok := strings.CutSuffix(folded, "名"); ok && languages[rest] != "" {
		return "name", languages[rest]
	}
	words := strings.Fields(folded)
	for n := 2; n >= 1; n-- {
		if len(words) <= n {
			continue
		}
		if tag := languages[strings.Join(words[len(words)-n:], " ")]; tag != "" {
			return strings.Join(words[:len(words)-n], " "), tag
		}
		if tag := languages[strings.Join(words[:n], " ")]; tag != "" && len(words[0]) > 2 {
			return strings.Join(words[n:], " "), tag
		}
	}
	return header, ""
}
