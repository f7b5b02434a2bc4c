// Package timeline is the room of time: an index of dated things enters, and
// lanes of marks whose rows and labels are settled for every zoom leave.
//
// The packing is done here once, so that a page only draws it and two builds
// give the same bytes. A layout belongs to a scale (pixels per day) and holds
// for the whole timeline, not for a window of it: panning never reshuffles,
// and because sizes stay while places spread, what does not overlap at one
// scale overlaps at no larger one. Nothing is dropped in silence: a thing is
// drawn, counted in a cluster, or stands in the tray of the undated.
package timeline
