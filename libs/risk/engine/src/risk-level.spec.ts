import type { Area, Finding, FindingLevel } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { standingOf } from './risk-level.js';

const finding = (area: Area, level: FindingLevel, code = `${area}.x`): Finding => ({ code, area, level, evidence: {} });
const standing = (findings: Finding[], missing: string[] = []) => standingOf(findings, missing, { actAreas: 3, watchAreas: 3 });

describe('the risk level of an applicant', () => {
  it.each<[string, Finding[], string, string[]]>([
    ['nothing raised', [], 'on-track', []],
    ['only a note', [finding('exam', 'note')], 'on-track', []],
    ['watch', [finding('exam', 'watch'), finding('list', 'note')], 'watch', ['exam.x']],
    ['act over watch', [finding('exam', 'watch'), finding('plan', 'act')], 'at-risk', ['plan.x']],
    ['urgent over act', [finding('plan', 'act'), finding('exam', 'urgent')], 'high-risk', ['exam.x']],
    ['watch in two areas', [finding('exam', 'watch'), finding('plan', 'watch')], 'watch', ['exam.x', 'plan.x']],
    [
      'watch in three areas',
      [finding('exam', 'watch'), finding('plan', 'watch'), finding('list', 'watch')],
      'at-risk',
      ['exam.x', 'plan.x', 'list.x'],
    ],
    [
      'three watches in one area',
      [finding('exam', 'watch', 'exam.a'), finding('exam', 'watch', 'exam.b'), finding('exam', 'watch', 'exam.c')],
      'watch',
      ['exam.a', 'exam.b', 'exam.c'],
    ],
    ['act in two areas', [finding('exam', 'act'), finding('plan', 'act')], 'at-risk', ['exam.x', 'plan.x']],
    [
      'act in three areas',
      [finding('exam', 'act'), finding('plan', 'act'), finding('img', 'act')],
      'high-risk',
      ['exam.x', 'plan.x', 'img.x'],
    ],
    [
      'act in two areas and watch in many: watches do not push it further',
      [finding('exam', 'act'), finding('plan', 'act'), finding('img', 'watch'), finding('list', 'watch'), finding('visa', 'watch')],
      'at-risk',
      ['exam.x', 'plan.x'],
    ],
    ['findings about care and data', [finding('care', 'urgent'), finding('data', 'act')], 'on-track', []],
    [
      'care and data never complete a stack',
      [finding('exam', 'act'), finding('plan', 'act'), finding('data', 'act'), finding('care', 'act')],
      'at-risk',
      ['exam.x', 'plan.x'],
    ],
  ])('%s', (_, findings, riskLevel, setBy) => expect(standing(findings)).toEqual({ riskLevel, setBy }));

  describe('with an essential fact missing', () => {
    it('is not assessable when nothing is raised', () =>
      expect(standing([], ['exams'])).toEqual({ riskLevel: 'not-assessable', setBy: ['exams'] }));
    it('is never on track on the strength of a note', () =>
      expect(standing([finding('visa', 'note')], ['exams']).riskLevel).toBe('not-assessable'));
    it('is not helped by a data finding', () => expect(standing([finding('data', 'watch')], ['exams']).riskLevel).toBe('not-assessable'));
    it('keeps a level that something raised', () =>
      expect(standing([finding('visa', 'act')], ['exams'])).toEqual({ riskLevel: 'at-risk', setBy: ['visa.x'] }));
  });

  it('stacks at the number of areas that the policy gives', () =>
    expect(standingOf([finding('exam', 'act'), finding('plan', 'act')], [], { actAreas: 2, watchAreas: 2 }).riskLevel).toBe('high-risk'));
});
