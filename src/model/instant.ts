/** A date or time (ISO 8601) as an instant, RFC 3339 in UTC; the beginning of what is not said more closely. Undefined for what is none. */
export function instantOf(said: string | undefined): string | undefined {
  const [, date = '', time] = /^(\d{4}(?:-\d\d(?:-\d\d)?)?)(T\S+)?/.exec(said ?? '') ?? [];
  const whole = new Date(`${date}${'-01-01'.slice(date.length - 4)}${time ?? 'T00:00:00Z'}`);
  return date === '' || Number.isNaN(whole.getTime()) ? undefined : whole.toISOString().replace(/\.\d+Z$/, 'Z');
}
