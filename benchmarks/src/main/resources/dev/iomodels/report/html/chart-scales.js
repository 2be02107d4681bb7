'use strict';
/*
 * Scales: from a value to a place on an axis, and which ticks it shows. ECharts draws them on linear axes, whose logarithms are
 * taken here: its own logarithmic axes have ticks at powers of ten only, and most of these ranges are shorter.
 */
iomodels.scale = (() => {
  const steps = base => (decade => base.map(b => b * decade));
  const between = (lo, hi, base) => {
    const out = [];
    for (let e = Math.floor(Math.log10(lo)) - 1; e <= Math.ceil(Math.log10(hi)) + 1; e++) out.push(...steps(base)(Math.pow(10, e)));
    return out.map(v => +v.toPrecision(6));
  };
  const nice = (span, count) => {
    const raw = span / count, power = Math.pow(10, Math.floor(Math.log10(raw)));
    return [1, 2, 2.5, 5, 10].find(m => m * power >= raw * 0.999) * power;
  };
  const evenly = (lo, hi, count) => {
    const step = nice(hi - lo || 1, count), out = [];
    for (let k = Math.floor(lo / step + 1e-9); k <= Math.ceil(hi / step - 1e-9); k++) out.push(+(k * step).toPrecision(12));
    return out;
  };
  const inside = (ticks, lo, hi) => ticks.filter(v => v >= lo * (1 - 1e-9) && v <= hi * (1 + 1e-9));

  /** Logarithmic over all values, at least `least` times as wide as high; ticks at 1, 2, 5 or, over a narrow range, at even steps. */
  const log = (values, {least = 1.25, format, ticks} = {}) => {
    const positive = values.filter(v => v > 0);
    let lo = Math.min(...extent(positive)), hi = Math.max(...extent(positive));
    if (!positive.length) [lo, hi] = [1, 10];
    if (hi / lo < least) { const f = Math.sqrt(least * lo / hi); lo /= f; hi *= f; }
    const decades = Math.log10(hi / lo);
    const candidates = decades < 0.8 ? [8, 5, 3, 2].map(n => evenly(lo, hi, n).filter(v => v > 0)) : [between(lo, hi, [1, 2, 5]), between(lo, hi, [1]), between(lo, hi, [1]).filter(v => Math.round(Math.log10(v)) % 2 === 0)];
    const snap = decades < 0.8 ? candidates[1] : between(lo, hi, decades > 2.5 ? [1, 2, 5] : [1, 1.5, 2, 3, 5, 7]);
    const room = Math.pow(hi / lo, 0.02);
    const low = Math.max(...snap.filter(v => v <= lo / room), -Infinity), high = Math.min(...snap.filter(v => v >= hi * room), Infinity);
    const from = low > 0 && lo / low < Math.pow(hi / lo, 0.3) * 1.2 ? low : lo / room, to = high < Infinity && high / hi < Math.pow(hi / lo, 0.3) * 1.2 ? high : hi * room;
    return {at: Math.log10, back: v => Math.pow(10, v), min: Math.log10(from), max: Math.log10(to), format,
      choices: (ticks ? [ticks, ...candidates.slice(1)] : candidates).map(list => inside(list, from, to)).filter(list => list.length), floor: from};
  };
  /** Linear from nought (or from near the lowest value) to past the highest. */
  const linear = (values, {zero = true, least = 0, format, most} = {}) => {
    let [lo, hi] = extent(values.length ? values : [0, 1]);
    if (zero) lo = Math.min(0, lo);
    if (hi - lo < least) { const add = (least - hi + lo) / (zero ? 1 : 2); hi += add; if (!zero) lo -= add; }
    if (hi === lo) hi = lo + 1;
    const room = (hi - lo) * 0.03, grid = evenly(zero ? lo : lo - room, hi + room, 6), max = most || grid[grid.length - 1];
    return {at: v => v, back: v => v, min: grid[0], max, format, choices: [8, 5, 3, 2].map(n => evenly(grid[0], max, n).filter(v => v >= grid[0] && v <= max)), floor: grid[0]};
  };
  /** One place for each label, from left to right or, for rows, from top to bottom. */
  const bands = (labels, rows) => ({at: i => (rows ? labels.length - 1 - i : i), back: v => v, min: -0.5, max: labels.length - 0.5,
    choices: [labels.map((_, i) => i)], format: i => labels[i], even: true});
  const extent = values => {
    let lo = Infinity, hi = -Infinity;
    for (const v of values) { if (v < lo) lo = v; if (v > hi) hi = v; }
    return [lo, hi];
  };
  return {log, linear, bands, extent};
})();
