import { type ChangeOf, contingencyPaths, statementStatuses } from '@matchwatch/domain';
import { choiceLabel } from '../applicants/record/field-label.js';
import { useText } from '../i18n/use-text.js';
import { triedOf } from './tried.js';
import { TrySelect, TrySlider, TrySwitch } from './try-inputs.js';
import type { WhatIf } from './use-what-if.js';

/** Statement, interviews, and what is done without a match. */
export function ReadyControls({ whatIf }: { whatIf: WhatIf }) {
  const t = useText();
  const { record, search } = whatIf;
  const { interviewPrep, match, redFlags, programs } = record;
  const { asOf } = search;
  const rehearsed = interviewPrep?.accountRehearsedOn !== undefined && interviewPrep.accountRehearsedOn <= asOf;
  const hasGap = redFlags?.some(({ kind, explained }) => kind === 'gap' && explained !== true) ?? false;
  const hasInterviews = programs?.some(({ status }) => status === 'interviewed' || status === 'ranked') ?? false;
  const certified = typeof match?.rankListCertifiedOn === 'string';
  return (
    <>
      <StatementControl whatIf={whatIf} />
      <ContingencyControl whatIf={whatIf} />
      <MocksControl whatIf={whatIf} />
      {!rehearsed && (
        <TrySwitch
          label={t('whatIf.controls.account')}
          changed={triedOf(whatIf, 'interview.account-rehearsed') !== undefined}
          checked={triedOf(whatIf, 'interview.account-rehearsed') !== undefined}
          onChange={(on) =>
            whatIf.set('interview.account-rehearsed', on ? { fact: 'interview.account-rehearsed', from: null, to: asOf } : undefined)
          }
        />
      )}
      {hasGap && (
        <TrySwitch
          label={t('whatIf.controls.gaps')}
          changed={triedOf(whatIf, 'record.gaps-explained') !== undefined}
          checked={triedOf(whatIf, 'record.gaps-explained') !== undefined}
          onChange={(on) => whatIf.set('record.gaps-explained', on ? { fact: 'record.gaps-explained', from: false, to: true } : undefined)}
        />
      )}
      {hasInterviews && !certified && (
        <TrySwitch
          label={t('whatIf.controls.rankList')}
          changed={triedOf(whatIf, 'match.rank-list-certified') !== undefined}
          checked={triedOf(whatIf, 'match.rank-list-certified') !== undefined}
          onChange={(on) =>
            whatIf.set('match.rank-list-certified', on ? { fact: 'match.rank-list-certified', from: null, to: asOf } : undefined)
          }
        />
      )}
    </>
  );
}

function StatementControl({ whatIf }: { whatIf: WhatIf }) {
  const t = useText();
  const now = whatIf.record.statement;
  const tried = triedOf(whatIf, 'statement');
  const { asOf } = whatIf.search;
  const set = (status: (typeof statementStatuses)[number]) => {
    const isReviewed = status === 'reviewed' || status === 'final';
    const to: ChangeOf<'statement'>['to'] = isReviewed ? { status, reviewedOn: now?.reviewedOn ?? asOf } : { status };
    whatIf.set('statement', status === now?.status ? undefined : { fact: 'statement', from: now ?? null, to });
  };
  return (
    <TrySelect
      label={t('whatIf.controls.statement')}
      today={now ? choiceLabel(now.status, t) : t('whatIf.controls.notKnown')}
      changed={tried !== undefined}
      onBack={() => whatIf.set('statement', undefined)}
      value={tried?.to.status ?? now?.status ?? ''}
      options={statementStatuses.map((value) => ({ value, name: choiceLabel(value, t) }))}
      empty={t('whatIf.controls.notKnown')}
      onChange={(status) => set(status as (typeof statementStatuses)[number])}
    />
  );
}

function ContingencyControl({ whatIf }: { whatIf: WhatIf }) {
  const t = useText();
  const now = whatIf.record.contingency;
  const tried = triedOf(whatIf, 'contingency');
  const value = tried?.to ?? now;
  const set = (to: ChangeOf<'contingency'>['to']) =>
    whatIf.set('contingency', JSON.stringify(to) === JSON.stringify(now) ? undefined : { fact: 'contingency', from: now ?? null, to });
  return (
    <>
      <TrySelect
        label={t('whatIf.controls.contingency')}
        today={now?.path ? choiceLabel(now.path, t) : t(now ? 'whatIf.controls.none' : 'whatIf.controls.notKnown')}
        changed={tried !== undefined}
        onBack={() => whatIf.set('contingency', undefined)}
        value={value?.path ?? ''}
        options={contingencyPaths.map((path) => ({ value: path, name: choiceLabel(path, t) }))}
        empty={t('whatIf.controls.none')}
        onChange={(path) => set({ ...now, path: path as (typeof contingencyPaths)[number] })}
      />
      {value?.path === 'soap' &&
        (['soapStatement', 'generalLetters'] as const).map((name) => (
          <TrySwitch
            key={name}
            label={t(`whatIf.controls.${name}`)}
            changed={(value[name] ?? false) !== (now?.[name] ?? false)}
            checked={value[name] === true}
            onChange={(ready) => set({ ...value, [name]: ready })}
          />
        ))}
    </>
  );
}

const mostMocks = 5;

function MocksControl({ whatIf }: { whatIf: WhatIf }) {
  const t = useText();
  const now = whatIf.record.interviewPrep?.mockInterviews;
  const tried = triedOf(whatIf, 'interview.mocks');
  return (
    <TrySlider
      label={t('whatIf.controls.mocks')}
      today={now === undefined ? t('whatIf.controls.notKnown') : String(now)}
      changed={tried !== undefined}
      onBack={() => whatIf.set('interview.mocks', undefined)}
      value={tried?.to ?? now ?? 0}
      min={now ?? 0}
      max={(now ?? 0) + mostMocks}
      onChange={(to) => whatIf.set('interview.mocks', to === (now ?? 0) ? undefined : { fact: 'interview.mocks', from: now ?? null, to })}
    />
  );
}
