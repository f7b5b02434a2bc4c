// A stable sort of a part of a list. The language's own is one since ES2019.
export default function sort(all, compare, from = 0, to = all.length) {
  const part = all.slice(from, to).sort(compare);
  for (let i = 0; i < part.length; i++) all[from + i] = part[i];
}
