package data

// StageName is a row of the table of stages: what a law or a case goes
// through. The order only breaks ties between equal dates.
type StageName struct {
	ID      string
	Label   string
	InForce bool // a law binds from here on
	Ends    bool // a law binds, or a case holds someone, no longer
}

// LawStages are the stages of laws, rules and notices.
var LawStages = []StageName{
	{ID: "drafted", Label: "drafted"},
	{ID: "proposed", Label: "proposed"},
	{ID: "open-for-comment", Label: "open for comment"},
	{ID: "issued", Label: "issued", InForce: true},
	{ID: "passed", Label: "passed"},
	{ID: "in-force", Label: "in force", InForce: true},
	{ID: "amended", Label: "amended"},
	{ID: "repealed", Label: "repealed", Ends: true},
}

// CaseStages are the stages of cases.
var CaseStages = []StageName{
	{ID: "detained", Label: "detained"},
	{ID: "arrested", Label: "arrested"},
	{ID: "charged", Label: "charged"},
	{ID: "faces-indictment", Label: "faces indictment"},
	{ID: "indicted", Label: "indicted"},
	{ID: "sent-to-court", Label: "sent to court"},
	{ID: "tried", Label: "tried"},
	{ID: "sentenced", Label: "sentenced"},
	{ID: "released", Label: "released", Ends: true},
}
