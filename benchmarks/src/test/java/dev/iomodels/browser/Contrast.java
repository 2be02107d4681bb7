package dev.iomodels.browser;

/** How much texts stand out from what is behind them, by WCAG 2.2's formula (relative luminance, contrast ratio). */
final class Contrast {
    /**
     * Defines {@code contrasts()}: how many texts there are, and those that do not stand out enough. A text of a chart counts against the
     * topmost shape behind it, or its halo.
     */
    static final String SCRIPT = """
            const pen = Object.assign(document.createElement('canvas'), {width: 1, height: 1}).getContext('2d', {willReadFrequently: true});
            const known = new Map();
            const rgba = colour => {
              if (!known.has(colour)) {
                pen.clearRect(0, 0, 1, 1);
                pen.fillStyle = '#000';
                pen.fillStyle = colour;
                pen.fillRect(0, 0, 1, 1);
                const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
                known.set(colour, [r, g, b, a / 255]);
              }
              return known.get(colour);
            };
            const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
            const luminance = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
              .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
            const dark = matchMedia('(prefers-color-scheme: dark)').matches;
            const behind = element => {
              const layers = [];
              for (let at = element; at; at = at.parentElement) layers.unshift(rgba(getComputedStyle(at).backgroundColor));
              return layers.reduce((below, layer) => over(layer, below), dark ? [18, 18, 18, 1] : [255, 255, 255, 1]);
            };
            const shapeBehind = (text, svg) => {
              const box = text.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
              let colour = behind(svg.closest('figure, section, main'));
              for (const shape of svg.querySelectorAll('path, rect, circle')) {
                if (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_PRECEDING) break;
                const fill = shape.getAttribute('fill') || getComputedStyle(shape).fill;
                if (fill === 'none' || fill === 'transparent' || fill.startsWith('url')) continue;
                const round = shape.getBoundingClientRect();
                if (x < round.left || x > round.right || y < round.top || y > round.bottom) continue;
                const style = getComputedStyle(shape), [r, g, b, a] = rgba(style.fill);
                colour = over([r, g, b, a * style.fillOpacity * style.opacity], colour);
              }
              return colour;
            };
            const contrasts = () => {
              const low = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              let texts = 0;
              while (walker.nextNode()) {
                const node = walker.currentNode, element = node.parentElement, style = getComputedStyle(element);
                if (!node.data.trim() || element.closest('script, style, noscript, option, .unseen, .skip') || style.visibility === 'hidden') continue;
                const range = document.createRange();
                range.selectNodeContents(node);
                if (!range.getClientRects().length) continue;
                const svg = element.closest('svg');
                const halo = svg && style.stroke !== 'none' && parseFloat(style.strokeWidth) >= 2;
                const background = halo ? rgba(style.stroke) : svg ? shapeBehind(element, svg) : behind(element);
                let [r, g, b, a] = rgba(svg ? style.fill : style.color);
                for (let at = element; at; at = at.parentElement) a *= getComputedStyle(at).opacity;
                const [one, other] = [luminance(over([r, g, b, a], background)), luminance(background)].sort((x, y) => y - x);
                const ratio = (one + 0.05) / (other + 0.05), size = parseFloat(style.fontSize);
                const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
                texts++;
                if (ratio < (large ? 3 : 4.5)) low.push(ratio.toFixed(2) + ' ' + element.tagName + '.' + (element.getAttribute('class') || '') + ': ' + node.data.trim().slice(0, 40));
              }
              return [texts, [...new Set(low)]];
            };
            """;

    private Contrast() {}
}
