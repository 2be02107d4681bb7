'use strict';
/*
 * A sheet is one chart being drawn: panels with axes, and in them lines, points, whiskers and text. It knows where everything
 * lies in pixels, so labels can keep out of each other's way, and makes the ECharts option out of it.
 */
iomodels.sheet = (theme, slide, size) => {
  const ink = iomodels.palette.themes[theme], font = iomodels.palette.font;
  const type = slide ? {text: 28, line: 5, thin: 2, marker: 20, dot: 11, tick: 10} : {text: 12, line: 2, thin: 1, marker: 10, dot: 5, tick: 5};
  const grids = [], xAxes = [], yAxes = [], series = [], graphic = [];
  const round = v => Math.round(v * 100) / 100;
  const wide = text => iomodels.sheet.wide(text, type.text);
  /** A text that fits, its end left out if need be. */
  const fit = (words, room) => {
    let text = String(words);
    if (wide(text) <= room) return text;
    while (text && wide(text + '…') > room) text = text.slice(0, -1);
    return text.trimEnd() + '…';
  };
  /** A title in two lines where it is wider than its room. */
  const folded = (title, room) => (iomodels.sheet.wide(title, type.text, '600') > room ? title.replace(/ (?=\S+ \S+$)/, '\n') : title);

  const axis = (scale, length, horizontal, {labels = true, split = true, name} = {}) => {
    const format = scale.format || String;
    const half = v => (horizontal ? (wide(format(v)) + type.text) / 2 : type.text * 0.8);
    const place = v => (scale.at(v) - scale.min) / (scale.max - scale.min) * length;
    /* from the last tick on, those that have room beside the one before */
    const roomy = ticks => [...ticks].reverse().reduce((kept, v) => (kept.length && Math.abs(place(kept[kept.length - 1]) - place(v)) < half(kept[kept.length - 1]) + half(v) ? kept : [...kept, v]), []).reverse();
    const ticks = scale.even ? scale.choices[0] : scale.choices.find(list => roomy(list).length === list.length) || roomy(scale.choices[0]);
    const places = ticks.map(scale.at);
    const label = v => format(ticks[places.reduce((best, p, i) => (Math.abs(p - v) < Math.abs(places[best] - v) ? i : best), 0)]);
    return {type: 'value', min: scale.min, max: scale.max, animation: false,
      axisLine: {show: horizontal, onZero: false, lineStyle: {color: ink.line, width: type.thin}},
      axisTick: {show: horizontal && !scale.even, length: type.tick, customValues: places, lineStyle: {color: ink.line, width: type.thin}},
      axisLabel: {show: labels, customValues: places, formatter: label, color: ink.soft, fontSize: type.text, fontFamily: font, hideOverlap: false, showMinLabel: true, showMaxLabel: true, margin: type.text * 0.6},
      splitLine: {show: split && !scale.even, lineStyle: {color: ink.grid, width: type.thin}}, minorTick: {show: false}};
  };

  /** A panel in a box {x, y, width, height} of pixels. */
  const panel = (box, x, y, {title, xName, yName, xLabels, yLabels, xSplit = false, ySplit = true} = {}) => {
    const index = grids.length;
    grids.push({left: box.x, top: box.y, width: box.width, height: box.height, containLabel: false, outerBoundsMode: 'none'});
    xAxes.push({...axis(x, box.width, true, {labels: xLabels, split: xSplit}), gridIndex: index});
    yAxes.push({...axis(y, box.height, false, {labels: yLabels, split: ySplit}), gridIndex: index});
    const made = {index, box, x, y,
      px: v => box.x + (x.at(v) - x.min) / (x.max - x.min) * box.width,
      py: v => box.y + box.height - (y.at(v) - y.min) / (y.max - y.min) * box.height};
    const named = yName ? wide(yName) + type.text : 0;
    if (title) text(Math.max(box.x, named), box.y - type.text * 0.75, title, {bold: true, base: 'bottom'});
    if (xName) text(box.x + box.width / 2, box.y + box.height + type.text * 2.1, xName, {align: 'center', base: 'top', color: ink.soft});
    if (yName) text(Math.max(0, box.x - named), box.y - type.text * 0.75, yName, {base: 'bottom', color: ink.soft});
    return made;
  };

  const text = (x, y, words, {align = 'left', base = 'middle', color = ink.text, bold = false, z = 10, back} = {}) =>
    graphic.push({type: 'text', x: round(x), y: round(y), z, silent: true,
      style: {text: words, fill: color, lineHeight: type.text * 1.25, font: (bold ? '600 ' : '') + type.text + 'px ' + font, align, verticalAlign: base, ...(back ? {stroke: ink.halo, lineWidth: type.text / 4} : {})}});
  const stroke = (points, color, {width = type.thin, dash, z = 3, opacity = 1} = {}) =>
    graphic.push({type: 'polyline', z, silent: true, shape: {points: points.map(p => p.map(round))},
      style: {stroke: color, lineWidth: width, fill: 'none', lineDash: dash && dash.length ? dash.map(d => d * (slide ? 2 : 1)) : null, opacity}});
  const rect = (x, y, width, height, fill, {z = -1, line, opacity = 1} = {}) =>
    graphic.push({type: 'rect', z, silent: true, shape: {x: round(x), y: round(y), width: round(width), height: round(height)}, style: {fill, stroke: line, lineWidth: line ? type.thin : 0, opacity}});

  /** A bar with caps from one point to another, both in pixels. */
  const whisker = (x1, y1, x2, y2, color, {width = type.line * 0.7, z = 4} = {}) => {
    const cap = type.marker * 0.32, across = x1 === x2;
    stroke([[x1, y1], [x2, y2]], color, {width, z});
    for (const [x, y] of [[x1, y1], [x2, y2]]) stroke(across ? [[x - cap, y], [x + cap, y]] : [[x, y - cap], [x, y + cap]], color, {width, z});
  };
  /** A model's marker outside of a panel. */
  const glyph = (x, y, look, {hollow = false, scale = 1, z = 6} = {}) => {
    const r = type.marker / 2 * scale, outline = iomodels.palette.outlines[look.marker];
    graphic.push({z, silent: true, ...(outline ? {type: 'polygon', shape: {points: outline.map(p => [round(x + p[0] * r / 10), round(y + p[1] * r / 10)])}} : {type: 'circle', shape: {cx: round(x), cy: round(y), r}}),
      style: {fill: hollow ? ink.back : look.color, stroke: look.color, lineWidth: hollow ? type.line * 0.9 : 0}});
  };

  const on = at => ({xAxisIndex: at.index, yAxisIndex: at.index, animation: false, clip: false, emphasis: {disabled: true}});
  /** A line through points [x, y] of a panel. */
  const line = (at, points, look, {width = type.line, opacity = 1, z = 3, tips, step} = {}) =>
    series.push({...on(at), type: 'line', data: points.map((p, i) => ({value: [at.x.at(p[0]), at.y.at(p[1])], tip: tips && tips[i]})), showSymbol: false, symbol: 'none', step, z,
      silent: !tips, tooltip: {show: !!tips}, lineStyle: {color: look.color, width, opacity, type: look.dash && look.dash.length ? look.dash.map(d => d * (slide ? 2 : 1)) : 'solid'}});
  /** Points {x, y, tip, hollow}; without tips they are silent and faint. */
  const points = (at, list, look, {scale = 1, opacity = 1, z = 5, faint = false} = {}) =>
    series.push({...on(at), type: 'scatter', z, silent: faint, tooltip: {show: !faint}, symbol: iomodels.palette.symbol(faint ? 'circle' : look.marker), symbolKeepAspect: true,
      symbolSize: (faint ? type.dot : type.marker) * scale, itemStyle: {color: look.color, opacity: faint ? 0.35 : opacity},
      data: list.map(p => ({value: [at.x.at(p.x), at.y.at(p.y)], tip: p.tip,
        ...(p.hollow ? {itemStyle: {color: ink.back, borderColor: look.color, borderWidth: type.line * 0.9, opacity: 1}} : {})}))});

  /** Labels beside a panel's right edge, each with its marker and a thread to where its line ends; none upon another. */
  const ends = (x, top, bottom, labels) => {
    const height = Math.min(type.text * 1.35, (bottom - top) / Math.max(1, labels.length));
    const sorted = labels.map(l => ({...l, at: Math.min(bottom, Math.max(top, l.y))})).sort((a, b) => a.at - b.at);
    for (let i = 1; i < sorted.length; i++) sorted[i].at = Math.max(sorted[i].at, sorted[i - 1].at + height);
    for (let i = sorted.length - 1; i >= 0; i--) sorted[i].at = Math.min(sorted[i].at, i === sorted.length - 1 ? bottom : sorted[i + 1].at - height);
    for (const l of sorted) {
      if (l.x !== undefined) stroke([[l.x + type.marker * 0.8, l.y], [x + type.text * 0.2, l.at]], l.look.color, {width: type.thin, dash: [1, 2], z: 2});
      glyph(x + type.text, l.at, l.look, {scale: 0.9, hollow: l.hollow});
      text(x + type.text * 1.8, l.at, l.text, {});
    }
  };
  const endsWide = texts => Math.max(0, ...texts.map(wide)) + type.text * 2.8;

  /** How far apart the markers of n models stand where they share a place: the i-th one's distance from it, in pixels. */
  const aside = (i, n) => (i - (n - 1) / 2) * Math.min(type.marker * 0.3, type.marker / n);
  /** Widens a logarithmic scale of `length` pixels so that markers at its ends, set aside, stay within. */
  const widen = (scale, values, length, n) => {
    const pad = aside(n - 1, n) + type.marker, [lo, hi] = iomodels.scale.extent(values.map(scale.at)), span = (hi - lo || 1) / (length - 2 * pad);
    return Object.assign(scale, {min: lo - pad * span, max: hi + pad * span, beside: (v, i) => Math.pow(10, scale.at(v) + aside(i, n) * span)});
  };

  /** Markers and names in rows from (x, y) on; returns how high that is. */
  const key = (x, y, width, entries) => {
    let left = x, row = 0;
    const step = type.text * 1.6;
    for (const entry of entries) {
      const needs = wide(entry.text) + type.text * 3;
      if (left > x && left + needs > x + width) { left = x; row++; }
      glyph(left + type.text * 0.6, y + row * step, entry.look);
      text(left + type.text * 1.5, y + row * step, entry.text);
      left += needs;
    }
    return (row + 1) * step;
  };

  const option = () => ({animation: false, backgroundColor: 'transparent', textStyle: {fontFamily: font, fontSize: type.text, color: ink.text},
    tooltip: {trigger: 'item', confine: true, backgroundColor: ink.back, borderColor: ink.line, textStyle: {color: ink.text, fontSize: 13, fontFamily: font}, transitionDuration: 0, formatter: iomodels.sheet.tip},
    grid: grids, xAxis: xAxes, yAxis: yAxes, series, graphic});
  return {ink, type, size, wide, panel, text, stroke, rect, whisker, glyph, line, points, ends, endsWide, key, aside, widen, folded, fit, option, slide};
};

/** How wide a text is in pixels; where nothing can measure it, a wide font is assumed. */
iomodels.sheet.wide = (() => {
  let pen;
  return (text, px, weight = '') => {
    if (pen === undefined) pen = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
    if (!pen) return String(text).length * px * 0.6;
    pen.font = weight + ' ' + px + 'px ' + iomodels.palette.font;
    return pen.measureText(text).width;
  };
})();

/** A tooltip's content: an element, so that no text in it is ever markup. */
iomodels.sheet.tip = hit => {
  const lines = (Array.isArray(hit) ? hit : [hit]).flatMap(one => (one.data && one.data.tip) || []);
  return lines.length ? iomodels.element('div', {}, lines.map((line, i) => iomodels.element('div', i ? {} : {style: 'font-weight:600'}, line))) : '';
};
