import { numbersOf, pathOf, weeklyView } from '@matchwatch/report';
import { quietReport, sampleNames, sampleReport } from '@matchwatch/report/spec-kit';
import { createTheme, ThemeProvider } from '@mui/material/styles';
import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderInApp } from '../testing/render-in-app.js';
import { lightTheme } from '../theme/theme.js';
import { OpenReport } from './report-page.js';

const editionOf = (document: typeof sampleReport) => ({
  id: 12,
  kind: 'weekly' as const,
  season: document.season,
  view: null,
  person: null,
  period: document.period,
  no: 1,
  stands: true,
  asOf: document.asOf,
  since: document.since,
  runId: 88,
  digest: '-',
  reason: null,
  madeBy: null,
  madeAt: '2026-11-23T10:10:00.000Z',
  total: document.total,
  levels: document.levels,
  changes: { new: 1, worse: 4, better: 2, cleared: 1 },
  document: document as never,
  names: [...sampleNames].map(([id, name]) => ({ id, name })),
});

const renderReport = (document: typeof sampleReport) =>
  renderInApp(
    <ThemeProvider theme={createTheme(lightTheme)}>
      <OpenReport edition={editionOf(document)} />
    </ThemeProvider>,
  );

describe('the page of a report', () => {
  // What jsdom does not have and a picture asks for.
  beforeEach(() => {
    vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }));
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
        disconnect() {}
      },
    );
  });

  it.each([
    ['a week in which something happened', sampleReport],
    ['a quiet week', quietReport],
  ])('of %s shows the numbers of its document, each leading to what it counts', (_, document) => {
    const { container } = renderReport(document);
    const numbers = new Map(numbersOf(weeklyView(document)).map((number) => [number.key, number]));
    const shown = [...container.querySelectorAll<HTMLElement>('[data-number]')];
    // A list with nobody in it says so above, among the numbers.
    const unsaid = [...numbers.keys()].filter((key) => !shown.some(({ dataset }) => dataset.number === key));
    expect(unsaid.filter((key) => numbers.get(key)?.value !== 0)).toEqual([]);
    for (const element of shown) {
      const number = numbers.get(element.dataset.number ?? '');
      const text = element.dataset.value ?? element.textContent?.replaceAll(',', '');
      expect([element.dataset.number, text]).toEqual([number?.key, number?.value === null ? '·' : String(number?.value)]);
      if (number?.value && pathOf(number)) expect(element.closest('a')?.getAttribute('href')).toBe(pathOf(number));
    }
  });

  it('names those who are open to its reader and says of the others that they are not', () => {
    renderReport(sampleReport);
    expect(screen.getAllByText('Rosa Ng').length).toBeGreaterThan(0);
    expect(screen.getAllByText('not open to you any more').length).toBeGreaterThan(0);
    expect(screen.getAllByText('Ada <b>Lovelace').length).toBeGreaterThan(0);
  });
});
