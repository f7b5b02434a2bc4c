package graph

import (
	"cmp"
	"slices"
)

// Partition sorts all nodes into groups, the largest group first, then by its
// smallest node.
type Partition struct {
	Of     []int32   // number of the group of each node
	Groups [][]int32 // nodes of each group in ascending order
}

// partition renumbers any labelling of the nodes.
func partition(label []int32) Partition {
	groups := map[int32][]int32{}
	var labels []int32
	for v, l := range label {
		if groups[l] == nil {
			labels = append(labels, l)
		}
		groups[l] = append(groups[l], int32(v))
	}
	slices.SortFunc(labels, func(a, b int32) int {
		return cmp.Or(len(groups[b])-len(groups[a]), int(groups[a][0])-int(groups[b][0]))
	})
	p := Partition{Of: make([]int32, len(label)), Groups: make([][]int32, 0, len(labels))}
	for i, l := range labels {
		p.Groups = append(p.Groups, groups[l])
		for _, v := range groups[l] {
			p.Of[v] = int32(i)
		}
	}
	return p
}

// Components are the parts of the network that no relation joins, whatever way
// relations point.
func (n *Network) Components() Partition {
	return partition(connected(n.Len(), n.simple.of))
}

// connected labels every node with the smallest one it is joined to.
func connected(size int, beside func(int32) []int32) []int32 {
	label := make([]int32, size)
	for v := range label {
		label[v] = -1
	}
	var queue []int32
	for s := range int32(size) {
		if label[s] >= 0 {
			continue
		}
		label[s] = s
		queue = append(queue[:0], s)
		for len(queue) > 0 {
			v := queue[len(queue)-1]
			queue = queue[:len(queue)-1]
			for _, w := range beside(v) {
				if label[w] < 0 {
					label[w] = s
					queue = append(queue, w)
				}
			}
		}
	}
	return label
}
