import type { ApplicantCasework, ApplicantDetail, CheckIn, Referral } from '@matchwatch/contracts';
import { outreachStateLabel, referralKindLabel, referralStateLabel } from '@matchwatch/words';
import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { useSession } from '../session/use-session.js';
import { useToday } from '../session/use-today.js';
import { Card } from '../surface/card.js';
import { instantText, shortDay } from '../surface/day-text.js';
import { LinkButton } from '../surface/link-button.js';
import { plainList } from '../surface/plain-list.js';
import { OutreachDialog } from './outreach-dialog.js';
import { CheckInDialog, ReferralChangeDialog, ReferralDialog } from './referral-dialogs.js';

type Open =
  | { what: 'refer'; checkInId: number | null }
  | { what: 'check-in' }
  | { what: 'write' }
  | { what: 'change'; referral: Referral }
  | undefined;

const settled = new Set<Referral['state']>(['declined', 'completed', 'withdrawn']);

/** Whom an applicant was referred to and what came of it, how they said they are, and what was written to them. */
export function ReferralsCard({ detail, casework }: { detail: ApplicantDetail; casework: ApplicantCasework }) {
  const t = useText();
  const { referrals, checkIns, outreach } = casework;
  const [open, setOpen] = useState<Open>();
  const mayWrite = detail.may.includes('meeting.write');
  const wellbeing = detail.may.includes('wellbeing.write');
  const close = () => setOpen(undefined);
  return (
    <Card title={t('referrals.title')}>
      {referrals.length === 0 && (
        <Box sx={{ mb: '8px' }}>
          <Box>{t('referrals.none')}</Box>
          {mayWrite && <Box sx={{ color: 'var(--mute)', fontSize: 13, textWrap: 'pretty' }}>{t('referrals.noneHelp')}</Box>}
        </Box>
      )}
      <Box component="ul" sx={plainList}>
        {referrals.map((referral) => (
          <ReferralItem
            key={referral.id}
            referral={referral}
            onChange={mayWrite ? () => setOpen({ what: 'change', referral }) : undefined}
          />
        ))}
      </Box>
      {mayWrite && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '6px', mt: '8px' }}>
          <Button size="small" variant="outlined" onClick={() => setOpen({ what: 'refer', checkInId: null })}>
            {t('referrals.add')}
          </Button>
          {wellbeing && (
            <Button size="small" variant="outlined" onClick={() => setOpen({ what: 'check-in' })}>
              {t('referrals.checkIn')}
            </Button>
          )}
          <Button size="small" variant="outlined" onClick={() => setOpen({ what: 'write' })}>
            {t('outreach.write')}
          </Button>
        </Box>
      )}
      {checkIns && checkIns.length > 0 && (
        <CheckIns checkIns={checkIns} onRefer={wellbeing ? (checkInId) => setOpen({ what: 'refer', checkInId }) : undefined} />
      )}
      {outreach.length > 0 && <Messages outreach={outreach} />}
      {open?.what === 'refer' && <ReferralDialog detail={detail} checkInId={open.checkInId} onClose={close} />}
      {open?.what === 'change' && <ReferralChangeDialog referral={open.referral} onClose={close} />}
      {open?.what === 'check-in' && <CheckInDialog applicantId={detail.id} onClose={close} />}
      {open?.what === 'write' && <OutreachDialog detail={detail} casework={casework} onClose={close} />}
    </Card>
  );
}

function ReferralItem({ referral, onChange }: { referral: Referral; onChange?: (() => void) | undefined }) {
  const t = useText();
  const today = useToday();
  const { kind, state, madeOn, madeBy, dueOn, outcome, note, restricted } = referral;
  const isOpen = !settled.has(state);
  const late = isOpen && today !== undefined && dueOn < today;
  return (
    <Box component="li" sx={{ py: '8px', borderTop: '1px solid var(--line)', '&:first-of-type': { borderTop: 0, pt: 0 } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '0 8px' }}>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {referralKindLabel(kind)}
        </Box>
        <span>{referralStateLabel(state).toLowerCase()}</span>
        {restricted && (
          <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: '3px', color: 'var(--mute)', fontSize: 12.5 }}>
            <LockOutlinedIcon sx={{ fontSize: 14, alignSelf: 'center' }} aria-hidden="true" />
            {t('referrals.restricted')}
          </Box>
        )}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '0 10px', color: 'var(--mute)', fontSize: 13 }}>
        <span>{t('referrals.made', { day: shortDay(madeOn, today), by: madeBy })}</span>
        {isOpen && (
          <Box component="span" sx={late ? { color: 'var(--at-risk-ink)', fontWeight: 600 } : {}}>
            {t(late ? 'referrals.late' : 'referrals.due', { day: shortDay(dueOn, today) })}
          </Box>
        )}
        {onChange && state !== 'withdrawn' && state !== 'completed' && (
          <LinkButton type="button" onClick={onChange} aria-label={`${t('referrals.change')}: ${referralKindLabel(kind)}`}>
            {t('referrals.change')}
          </LinkButton>
        )}
      </Box>
      {note && <Box sx={{ fontSize: 13.5, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{note}</Box>}
      {outcome && <Box sx={{ fontSize: 13.5, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{outcome}</Box>}
    </Box>
  );
}

function CheckIns({ checkIns, onRefer }: { checkIns: readonly CheckIn[]; onRefer?: ((checkInId: number) => void) | undefined }) {
  const t = useText();
  const today = useToday();
  return (
    <Box component="section" sx={{ mt: '14px' }}>
      <Box component="h3" sx={{ fontSize: 13.5, fontWeight: 600, m: 0 }}>
        {t('referrals.checkIns')}
      </Box>
      <Box component="ul" sx={{ m: 0, pl: '18px' }}>
        {checkIns.map(({ id, on, asksHelp, note, referredOn }) => (
          <li key={id}>
            {shortDay(on, today)}: {t(asksHelp ? 'referrals.asked' : 'referrals.fine')}
            {asksHelp && `, ${referredOn ? t('referrals.referred', { day: shortDay(referredOn, today) }) : t('referrals.notReferred')}`}
            {note && <Box sx={{ color: 'var(--mute)', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{note}</Box>}
            {asksHelp && !referredOn && onRefer && (
              <div>
                <LinkButton type="button" onClick={() => onRefer(id)}>
                  {t('referrals.refer')}
                </LinkButton>
              </div>
            )}
          </li>
        ))}
      </Box>
    </Box>
  );
}

function Messages({ outreach }: Pick<ApplicantCasework, 'outreach'>) {
  const t = useText();
  const school = useSession()?.school;
  return (
    <Box component="section" sx={{ mt: '14px' }}>
      <Box component="h3" sx={{ fontSize: 13.5, fontWeight: 600, m: 0 }}>
        {t('outreach.list')}
      </Box>
      {outreach.map(({ id, subject, body, by, createdAt, state, failure }) => (
        <Box key={id} component="details" sx={{ py: '3px', '& > summary': { cursor: 'pointer' } }}>
          <summary>
            {subject}{' '}
            <Box
              component="span"
              sx={{ color: state === 'failed' || state === 'uncertain' ? 'var(--at-risk-ink)' : 'var(--mute)', fontSize: 13 }}
            >
              {outreachStateLabel(state)}, {t('casework.by', { by, at: instantText(createdAt, school?.timeZone, school?.today) })}
            </Box>
          </summary>
          {failure && <Box sx={{ fontSize: 13 }}>{failure}</Box>}
          {state === 'uncertain' && <Box sx={{ fontSize: 13 }}>{t('outreach.uncertain')}</Box>}
          <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', pl: '16px', color: 'var(--mute)' }}>{body}</Box>
        </Box>
      ))}
    </Box>
  );
}
