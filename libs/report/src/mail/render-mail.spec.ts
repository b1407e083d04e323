import { withoutWellbeing } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { quietReport, sampleNames, sampleReport } from '../spec-kit.js';
import { renderMail } from './render-mail.js';

const setting = { origin: 'https://match.example.edu', editionId: 12, names: false } as const;
const mail = renderMail(sampleReport, { ...setting, people: sampleNames });

describe('the mail of a report', () => {
  it('carries counts and a link, and names nobody, unless the school says so', () => {
    for (const said of [mail.html, mail.text]) {
      expect(said).toContain('https://match.example.edu/reports/12');
      expect(said).not.toContain('Rosa');
      expect(said).not.toContain('advisor is assigned');
    }
    const named = renderMail(sampleReport, { ...setting, names: true, people: sampleNames });
    expect(named.text).toContain('Rosa Ng');
    expect(named.html).toContain('Rosa Ng');
  });

  it('says in its subject how many moved, and who no one is', () => {
    expect(mail.subject).toBe('Week of 23 November: 4 worse, 2 better, 34 need someone (2027 Match)');
  });

  it('leaves out whoever is not open to its reader', () => {
    const { text } = renderMail(sampleReport, { ...setting, names: true, people: new Map([[13, 'Rosa Ng']]) });
    expect(text).toContain('Rosa Ng');
    expect(text).not.toContain('Grace');
  });

  it('runs nothing that anybody wrote, and loads nothing', () => {
    const { html } = renderMail(sampleReport, { ...setting, names: true, people: sampleNames, correction: '<script>1</script>' });
    expect(html).toContain('Ada &lt;b&gt;Lovelace');
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/<img|<link|src=|url\(|@import/);
  });

  it('says that nothing changed when nothing did', () => {
    const quiet = renderMail(quietReport, setting);
    expect(quiet.text.split('\n')[0]).toBe('Nothing changed since 16 November');
    expect(quiet.subject).toContain('0 worse, 0 better');
  });

  it('tells of no wellbeing', () => {
    const without = renderMail(withoutWellbeing(sampleReport), setting);
    expect(without).toEqual(mail);
    expect(mail.text.toLowerCase()).not.toContain('wellbeing');
  });
});
