/** Boxes of equal area under the half normal curve. */
const BOXES = 256;

/** Where the tail begins: the edge for which 256 boxes close at the top. */
export const TAIL_START = 3.6541528853610088;

/** Area of one box: r e^(−r²/2) + ∫ᵣ^∞ e^(−x²/2) dx. */
const BOX_AREA = 0.0049286732339746545;

/** Steps into which the width of a box is cut: the 52 bits that are drawn. */
const STEPS = 2 ** 52;

/**
 * Tables of the ziggurat for exp(−x²/2), 256 boxes, for a 52-bit whole number u: x = u · width[i] lies under the curve for certain when
 * u < inner[i]; else against height[i] + U (height[i − 1] − height[i]); box 0 holds the tail beyond `TAIL_START`.
 * @see Marsaglia & Tsang (2000), The Ziggurat Method for Generating Random Variables, Journal of Statistical Software 5(8)
 */
export const ziggurat = tables();

function tables() {
  const width = new Float64Array(BOXES);
  const inner = new Float64Array(BOXES);
  const height = new Float64Array(BOXES);
  const curve = (x: number) => Math.exp((-x * x) / 2);
  const base = BOX_AREA / curve(TAIL_START);
  inner[0] = (TAIL_START / base) * STEPS;
  width[0] = base / STEPS;
  height[0] = 1;
  width[BOXES - 1] = TAIL_START / STEPS;
  height[BOXES - 1] = curve(TAIL_START);
  let outer = TAIL_START;
  for (let i = BOXES - 2; i >= 1; i--) {
    const x = Math.sqrt(-2 * Math.log(BOX_AREA / outer + curve(outer)));
    inner[i + 1] = (x / outer) * STEPS;
    width[i] = x / STEPS;
    height[i] = curve(x);
    outer = x;
  }
  return { width, inner, height };
}
