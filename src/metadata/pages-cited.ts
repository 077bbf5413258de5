/**
 * The last page of a range as a style shortens it behind the first; as it is where either is no Arabic number.
 * `chicago`: The Chicago Manual of Style, 17th ed., 9.61. `mla`: MLA Handbook, 9th ed., 2.140: two digits, or more where they differ.
 */
export function shortenedLast(first: string, last: string, style: 'chicago' | 'mla'): string {
  if (!/^[1-9]\d*$/.test(first) || !/^[1-9]\d*$/.test(last) || first.length !== last.length) return last;
  const [from, to] = [Number(first), Number(last)];
  if (to <= from || from < 100) return last;
  let same = 0;
  while (first[same] === last[same]) same++;
  const changed = last.slice(same);
  if (style === 'mla') return last.slice(Math.min(same, last.length - 2));
  if (from % 100 === 0) return last;
  // After the first nine pages of a hundred the changed part alone stands, else two digits or more.
  return from % 100 < 10 ? changed : last.slice(Math.min(same, last.length - 2));
}
