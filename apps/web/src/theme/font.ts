/** The one typeface, with what a system has beside it; charts need its name in full. */
export const fontFamily = '"Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", sans-serif';
