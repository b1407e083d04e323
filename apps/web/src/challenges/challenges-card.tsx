import type { ApplicantDetail, Challenge } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type SectionKey, sectionOfPath } from '../applicants/record/section-specs.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { Card } from '../surface/card.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { CorrectedDialog, DeclineDialog, StatementDialog, WriteChallengeDialog } from './challenge-dialogs.js';
import { ChallengeEntry } from './challenge-entry.js';

/** Where the facts of an area of the rulebook are written, other than under its own name. */
const sectionOfArea: Readonly<Record<string, SectionKey>> = {
  clinical: 'experiences',
  img: 'identity',
  interview: 'application',
  letters: 'letters',
  list: 'programs',
  plan: 'plan',
  practice: 'practice',
  record: 'redFlags',
  scholarly: 'scholarly',
  statement: 'application',
  contingency: 'contingency',
  visa: 'identity',
};

const sectionOf = ({ kind, about }: Challenge['subject']): SectionKey | undefined =>
  kind === 'fact' ? sectionOfPath(about) : (sectionOfArea[about.slice(0, about.indexOf('.'))] ?? 'exams');

type Asking = { kind: 'write' } | { kind: 'decline' | 'state' | 'already'; challenge: Challenge };

interface ChallengesCardProps {
  detail: ApplicantDetail;
  /** Opens a section of the record to answer a challenge; undefined where the record is not theirs to change. */
  onCorrect?: ((section: string, challengeId: number) => void) | undefined;
}

/** What the applicant says is wrong, by when they are owed an answer, and what was answered. */
export function ChallengesCard({ detail, onCorrect }: ChallengesCardProps) {
  const t = useText();
  const client = useQueryClient();
  const mayDecide = useRoleDoes()('challenge.decide');
  const [asking, setAsking] = useState<Asking>();
  const mayWrite = detail.may.includes('challenge.write');
  const { challenges } = detail;
  if (!mayWrite && challenges.length === 0) return null;
  const close = () => setAsking(undefined);
  const done = () => {
    close();
    for (const key of ['applicants', 'challenges', 'home']) void client.invalidateQueries({ queryKey: [key] });
  };
  return (
    <Card
      title={t('challenge.card')}
      action={
        mayWrite && (
          <LinkButton type="button" onClick={() => setAsking({ kind: 'write' })}>
            {t('challenge.write')}
          </LinkButton>
        )
      }
    >
      {challenges.length === 0 && (
        <Box sx={{ color: 'var(--mute)', textWrap: 'pretty' }}>
          {t('challenge.none')} {t('challenge.noneCan')}
        </Box>
      )}
      <Box component="ul" sx={plainList}>
        {challenges.map((challenge) => {
          const { id, state, subject } = challenge;
          const section = sectionOf(subject);
          const mayCorrect = state !== 'corrected' && onCorrect && section;
          const may = mayDecide && state !== 'corrected';
          return (
            <ChallengeEntry key={id} challenge={challenge}>
              {mayCorrect && (
                <LinkButton type="button" onClick={() => onCorrect(section, id)}>
                  {t('challenge.actions.correct')}
                </LinkButton>
              )}
              {may && detail.version > challenge.recordVersion && (
                <LinkButton type="button" onClick={() => setAsking({ kind: 'already', challenge })}>
                  {t('challenge.actions.already')}
                </LinkButton>
              )}
              {may && state === 'open' && (
                <LinkButton type="button" onClick={() => setAsking({ kind: 'decline', challenge })}>
                  {t('challenge.actions.decline')}
                </LinkButton>
              )}
              {may && state === 'declined' && (
                <LinkButton type="button" onClick={() => setAsking({ kind: 'state', challenge })}>
                  {t(challenge.statement === null ? 'challenge.actions.state' : 'challenge.actions.restate')}
                </LinkButton>
              )}
            </ChallengeEntry>
          );
        })}
      </Box>
      {asking?.kind === 'write' && <WriteChallengeDialog detail={detail} onClose={close} onDone={done} />}
      {asking?.kind === 'decline' && <DeclineDialog challenge={asking.challenge} onClose={close} onDone={done} />}
      {asking?.kind === 'state' && <StatementDialog challenge={asking.challenge} onClose={close} onDone={done} />}
      {asking?.kind === 'already' && (
        <CorrectedDialog challenge={asking.challenge} version={detail.version} onClose={close} onDone={done} />
      )}
    </Card>
  );
}
