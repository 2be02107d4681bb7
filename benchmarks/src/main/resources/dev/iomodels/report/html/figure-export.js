'use strict';
/* A figure as a file: an SVG that stands alone, a PNG or a slide drawn from it, its numbers as CSV, and its citation. */
(() => {
  const {escape, palette} = iomodels;
  const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
  const clean = text => escape(String(text).replace(invisible, '\ufffd'));

  /** Breaks a text into lines that fit; the last of `most` lines ends with an ellipsis if more would follow. */
  const wrap = (text, px, width, most = 9, weight = '') => {
    const lines = [];
    let line = '';
    for (const word of String(text).split(/\s+/)) {
      const longer = line ? line + ' ' + word : word;
      if (line && iomodels.sheet.wide(longer, px, weight) > width) { lines.push(line); line = word; } else line = longer;
    }
    lines.push(line);
    return lines.length <= most ? lines : [...lines.slice(0, most - 1), lines[most - 1] + ' …'];
  };

  /** What every figure says of where it comes from; of two runs, what differs of each. */
  const footer = (figure, short) => {
    const all = iomodels.data.runs, runs = figure.runs || [figure.run], letter = run => 'AB'[all.indexOf(run)] + ': ';
    const say = (of, always) => {
      const said = runs.map(of), apart = all.length > 1 && (always || new Set(said).size > 1);
      return apart ? runs.map((run, i) => (said[i] ? letter(run) + said[i] : '')).filter(Boolean).join(' / ') : said[0];
    };
    const alike = new Set(runs.map(run => run.machine)).size < 2;
    return [say(run => run.id, true), say(run => (short && alike ? run.cpu : run.machine)), 'JDK ' + say(run => run.jdks), say(run => run.tool), say(run => run.date), say(run => run.badge && run.badge.text, runs.length > 1)].filter(Boolean).join(' · ');
  };

  const chartSvg = (figure, theme, slide, size) => {
    const chart = echarts.init(null, null, {renderer: 'svg', ssr: true, width: size.width, height: size.height});
    try {
      chart.setOption(figure.option(theme, slide, size));
      /* what only matters under a mouse is left out */
      return chart.renderToSVGString().replace(/<style[^>]*>[^]*?<\/style>\s*/g, '').replace(/ class="[^"]*"| pointer-events="[^"]*"/g, '').replace(/ xmlns:xlink="[^"]*"/g, '');
    } finally {
      chart.dispose();
    }
  };

  /** The figure as an SVG that needs nothing else. */
  const svg = (figure, {theme = 'light', slide = false} = {}) => {
    const ink = palette.themes[theme], pad = slide ? 80 : 24, parts = [];
    const width = slide ? 1920 : figure.width + 2 * pad, inner = width - 2 * pad;
    let y = slide ? 56 : 18;
    const block = (lines, px, {bold, color = ink.text, leading = 1.35} = {}) => {
      for (const line of lines) {
        y += px * leading;
        parts.push(`<text x="${pad}" y="${Math.round(y - px * 0.3)}" font-size="${px}"${bold ? ' font-weight="600"' : ''} fill="${color}">${clean(line)}</text>`);
      }
    };
    block(wrap(figure.title, slide ? 54 : 20, inner * 0.97, 2, '600'), slide ? 54 : 20, {bold: true, leading: slide ? 1.15 : 1.35});
    y += slide ? 6 : 2;
    block(wrap(figure.subtitle, slide ? 30 : 13, inner, slide ? 2 : 3), slide ? 30 : 13, {color: ink.soft});
    y += slide ? 20 : 12;
    const below = slide
      ? [[wrap(figure.notes(true).join('; '), 28, inner * 0.98, 4).filter(Boolean), 28], [wrap(footer(figure, true), 28, inner * 0.98, figure.runs ? 3 : 2), 28]]
      : [[figure.notes(false).flatMap(note => wrap(note, 12, inner, 2)), 12], [wrap(footer(figure), 11, inner), 11]];
    const tall = below.reduce((sum, [lines, px]) => sum + lines.length * px * 1.35, 0);
    const size = slide ? {width: inner, height: Math.floor(1080 - 44 - y - tall - 24)} : {width: figure.width, height: figure.height};
    parts.push(chartSvg(figure, theme, slide, size).replace('<svg ', `<svg x="${pad}" y="${Math.round(y)}" `));
    y += size.height + (slide ? 16 : 8);
    below.forEach(([lines, px], i) => { block(lines, px, {color: ink.soft}); if (!i && !slide) y += 6; });
    const height = slide ? 1080 : Math.round(y + 18);
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" font-family="${palette.font}">`
      + `<title id="title">${clean(figure.title)}</title><desc id="desc">${clean(figure.alt)}</desc>`
      + `<rect width="${width}" height="${height}" fill="${ink.back}"/>${parts.join('')}</svg>`;
  };
  iomodels.svg = (key, how) => svg(iomodels.figures.find(key), how);

  /** A PNG of an SVG, drawn on a canvas; resolves to a Blob. */
  const png = (text, scale = 1) => new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth * scale;
      canvas.height = image.naturalHeight * scale;
      const pen = canvas.getContext('2d');
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('no PNG could be made'))), 'image/png');
    };
    image.onerror = () => reject(new Error('the SVG could not be drawn'));
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);
  });

  const csv = figure => {
    /* a leading = + - @ would be taken for a formula by a spreadsheet */
    const field = value => { const text = String(value), safe = /^[=+@\t\r]|^-(?![\d.])/.test(text) ? "'" + text : text; return /[",\n\r]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe; };
    return [figure.table.head, ...figure.table.rows].map(row => row.map(field).join(',') + '\r\n').join('');
  };

  const citation = figure => {
    const numbers = figure.ids.map(id => (iomodels.citation && iomodels.citation(id)) || id);
    return [`"${figure.title}" (figure ${figure.key}; ${figure.subtitle}); ${footer(figure)}.`, ...numbers].join('\n');
  };

  const save = (figure, ending, blob) => {
    const link = iomodels.element('a', {href: URL.createObjectURL(blob), download: iomodels.figures.fileName(figure, ending)});
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  Object.assign(iomodels.figures, {svg, png, csv, citation, footer, save, fileName: (figure, ending) => [...(figure.runs || [figure.run]).map(run => run.id), figure.key].join('-') + ending});
})();
