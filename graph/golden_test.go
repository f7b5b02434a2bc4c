package graph

import "flag"

var update = flag.Bool("update", false, "write the goldens again")
