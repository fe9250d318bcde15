import type { Page } from 'playwright-core';

/** Texts of drawings that lie over one another or beyond their picture, as a reader would see them. */
export function drawnAmiss(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const amiss: string[] = [];
    for (const svg of document.querySelectorAll('main svg[role=img]')) {
      const frame = svg.getBoundingClientRect();
      if (frame.width === 0) continue;
      const texts = [...svg.querySelectorAll('text')]
        .map((one) => ({ text: one.textContent ?? '', box: one.getBoundingClientRect() }))
        .filter(({ text, box }) => text.trim() !== '' && box.width > 0);
      for (const { text, box } of texts) {
        if (
          box.left < frame.left - 2 ||
          box.right > frame.right + 2 ||
          box.bottom > frame.bottom + 3 ||
          box.top < frame.top - 3
        ) {
          amiss.push(`cut: ${text}`);
        }
      }
      for (let i = 0; i < texts.length; i++) {
        for (let j = i + 1; j < texts.length; j++) {
          const [a, b] = [texts[i]!, texts[j]!];
          const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          if (wide > 2 && high > 4) amiss.push(`over one another: ${a.text} / ${b.text}`);
        }
      }
    }
    return amiss;
  });
}

/** How far the page is wider than its window. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Texts of drawings that a reader sees at less than 11 pixels, with their size. */
export function tooSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<SVGSVGElement>('main svg[role=img]')].flatMap((svg) => {
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      if (scale === 0) return [];
      return [...svg.querySelectorAll('text')].flatMap((text) => {
        const size = scale * Number.parseFloat(getComputedStyle(text).fontSize);
        return size < 10.99 ? [`${size.toFixed(1)}: ${text.textContent}`] : [];
      });
    }),
  );
}
