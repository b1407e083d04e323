/** The standard normal quantile of a two-sided interval at 95 %. */
const z = 1.959964;

/** A share with the ends of its Wilson interval at 95 %, which stays inside 0 to 1 and holds for few as for many. */
export function wilsonInterval(share: number, count: number): { share: number; low: number; high: number } {
  const square = z ** 2 / count;
  const middle = (share + square / 2) / (1 + square);
  const half = (z * Math.sqrt((share * (1 - share)) / count + square / (4 * count))) / (1 + square);
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
