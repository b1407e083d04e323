const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size for people: “6.8 MB”. */
export function sizeText(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit > 0 && size < 99.95 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}
