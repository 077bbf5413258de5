/** A piece of an address as it was before it was escaped; a per cent sign that escapes nothing is one. */
export function decodedAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
