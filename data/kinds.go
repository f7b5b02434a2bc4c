package data

// BuiltinKinds are the kinds every dataset knows, in drawing order. The
// colours keep apart for the common forms of colour blindness, reach 4.5:1 on
// their ground, and leave red to the thread.
var BuiltinKinds = []Kind{
	{ID: "law", Label: "law", Plural: "laws and rules", Light: "#1f4e9e", Dark: "#8fb4f5", Symbol: "page", Lane: 10},
	{ID: "charge", Label: "charge", Plural: "charges", Light: "#8a5a44", Dark: "#d9a98f", Symbol: "hexagon", Lane: 20},
	{ID: "concept", Label: "concept", Plural: "concepts", Light: "#5c6470", Dark: "#b3bac5", Symbol: "ring", Lane: 30},
	{ID: "agency", Label: "agency", Plural: "agencies", Light: "#6a4aa3", Dark: "#bda4ee", Symbol: "pentagon", Lane: 40},
	{ID: "company", Label: "company", Plural: "companies", Light: "#0b7268", Dark: "#62cbbd", Symbol: "square", Lane: 50},
	{ID: "platform", Label: "platform", Plural: "platforms", Light: "#00719c", Dark: "#6cc6ec", Symbol: "tablet", Lane: 60},
	{ID: "organization", Label: "organisation", Plural: "organisations", Light: "#5d7a1f", Dark: "#adcb6a", Symbol: "triangle", Lane: 70},
	{ID: "event", Label: "event", Plural: "events", Light: "#9a6200", Dark: "#e7b25a", Symbol: "disc", Lane: 80},
	{ID: "person", Label: "person", Plural: "people", Light: "#93407c", Dark: "#e39bcd", Symbol: "person", Lane: 90},
	{ID: "case", Label: "case", Plural: "cases", Light: "#20242b", Dark: "#eceae4", Symbol: "diamond", Lane: 100},
	{ID: "publication", Label: "publication", Plural: "publications", Light: "#4f6b4a", Dark: "#a5c69e", Symbol: "book", Lane: 110},
	{ID: "place", Label: "place", Plural: "places", Light: "#6d6256", Dark: "#c9bca9", Symbol: "pin", Lane: 120},
}
