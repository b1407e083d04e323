import { type AdvisorLoad, advisorAssignSchema, type Caseload, relationGiveSchema } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState } from 'react';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useRoleDoes } from '../session/use-role.js';
import { countText, shortDay } from '../surface/day-text.js';
import { FormDialog } from '../surface/form-dialog.js';
import { AdvisorField, assignable, ReasonField } from './assign-fields.js';
import { nameOfLoad } from './load-table.js';

interface AssignDialogProps {
  load: AdvisorLoad;
  caseload: Caseload;
  onDone: (text: string) => void;
  onClose: () => void;
}

const ways = ['assign', 'cover'] as const;
type Way = (typeof ways)[number];

/** Hands the applicants of one advisor, or of nobody, to another one with a reason: for good, or to stand in until a day. */
export function AssignDialog({ load, caseload: { season, advisors, today }, onDone, onClose }: AssignDialogProps) {
  const t = useText();
  const api = useApi();
  const mayCover = useRoleDoes()('relation.manage') && load.advisor !== null;
  const [way, setWay] = useState<Way>('assign');
  const [to, setTo] = useState('');
  const [onlyAtRisk, setOnlyAtRisk] = useState(load.advisor === null);
  const [reason, setReason] = useState('');
  const [fromOn, setFromOn] = useState<string>(today);
  const [untilOn, setUntilOn] = useState('');
  const count = onlyAtRisk ? load.atRisk : load.applicants;
  const others = assignable(advisors, load.advisor);
  const order = () => ({
    advisor: to === '' ? undefined : to,
    reason,
    filter: {
      season,
      ...(load.advisor === null ? { noAdvisor: true } : { advisor: load.advisor }),
      ...(onlyAtRisk && { riskLevel: ['high-risk', 'at-risk'] }),
    },
  });
  const cover = () => ({
    personId: others.find(({ advisor }) => advisor === to)?.personId ?? undefined,
    relation: 'covers',
    target: { kind: 'caseload', advisor: load.advisor },
    fromOn,
    ...(untilOn !== '' && { untilOn }),
    ...(reason.trim() !== '' && { reason }),
  });
  const send = async () => {
    if (way === 'cover') {
      const { personId, untilOn: until } = await api.giveRelation(relationGiveSchema.parse(cover()));
      const who = others.find((each) => each.personId === personId);
      onDone(t('caseload.form.covered', { name: who ? nameOfLoad(who, '') : '', day: until ? shortDay(until, today) : '' }));
      return;
    }
    const { assigned, unchanged } = await api.assignAdvisor(advisorAssignSchema.parse(order()));
    onDone(t('caseload.form.done', { count: countText(assigned.length), unchanged: countText(unchanged.length) }));
  };
  return (
    <FormDialog
      title={
        load.advisor === null ? t('caseload.form.titleNobody') : t('caseload.form.title', { name: nameOfLoad(load, t('caseload.nobody')) })
      }
      text={way === 'cover' ? t('caseload.form.coverText') : t('caseload.form.text', { count: countText(count) })}
      submit={way === 'cover' ? t('caseload.form.coverSubmit') : t('caseload.form.submit', { count: countText(count) })}
      check={() => (way === 'cover' ? relationGiveSchema.safeParse(cover()) : advisorAssignSchema.safeParse(order()))}
      onSubmit={send}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          {mayCover && (
            <ToggleButtonGroup
              exclusive
              size="small"
              value={way}
              onChange={(_event, next: Way | null) => next && setWay(next)}
              aria-label={t('caseload.form.way')}
              sx={{ mb: '12px' }}
            >
              {ways.map((each) => (
                <ToggleButton key={each} value={each}>
                  {t(`caseload.form.ways.${each}`)}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
          )}
          <AdvisorField
            label={t(way === 'cover' ? 'caseload.form.coverBy' : 'caseload.form.to')}
            advisor={to}
            onAdvisor={setTo}
            choices={others}
            wrong={wrong.advisor ?? wrong.personId}
          />
          {way === 'cover' ? (
            <Box sx={{ display: 'flex', gap: '12px' }}>
              {(
                [
                  ['fromOn', fromOn, setFromOn],
                  ['untilOn', untilOn, setUntilOn],
                ] as const
              ).map(([name, value, set]) => (
                <TextField
                  key={name}
                  type="date"
                  label={t(`caseload.form.${name}`)}
                  value={value}
                  onChange={(event) => set(event.target.value)}
                  error={wrong[name] !== undefined}
                  helperText={wrong[name]}
                  slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: today } }}
                />
              ))}
            </Box>
          ) : (
            <FormControlLabel
              control={<Checkbox checked={onlyAtRisk} onChange={(event) => setOnlyAtRisk(event.target.checked)} />}
              label={t('caseload.form.only')}
            />
          )}
          <ReasonField reason={reason} onReason={setReason} wrong={wrong} />
        </>
      )}
    </FormDialog>
  );
}
