package graph

// generator is SplitMix64 (Steele, Lea and Flood, 2014): short, and the same on
// every processor and with every release of Go.
type generator struct{ state uint64 }

func seeded(seed uint64) generator { return generator{state: seed} }

func (g *generator) next() uint64 {
	g.state += 0x9e3779b97f4a7c15
	z := g.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below is a number in 0..n-1; the bias of the remainder does not matter here.
func (g *generator) below(n int) int { return int(g.next() % uint64(n)) }

// unit is a number in [0, 1).
func (g *generator) unit() float64 { return float64(g.next()>>11) / (1 << 53) }

// order is a shuffling of 0..n-1.
func (g *generator) order(n int) []int32 {
	list := make([]int32, n)
	for i := range list {
		list[i] = int32(i)
	}
	for i := n - 1; i > 0; i-- {
		j := g.below(i + 1)
		list[i], list[j] = list[j], list[i]
	}
	return list
}
