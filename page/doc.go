// Package page is the last room: the model and each chart's options as bytes
// enter, one HTML document leaves. The document asks nobody for anything, runs
// only the script whose hash its policy names, and says in plain words all
// that its charts show. Page knows no chart and no path; text of the data
// enters a document only as JSON or as escaped text.
package page
