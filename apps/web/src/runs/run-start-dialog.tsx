import { runRequestSchema } from '@matchwatch/contracts';
import { useNavigate } from 'react-router';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { useHome, useSeason } from '../season/season-context.js';
import { useToday } from '../session/use-today.js';
import { countText } from '../surface/day-text.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { DayField } from '../surface/form/day-field.js';
import { FormDialog } from '../surface/form/form-dialog.js';
import { useForm } from '../surface/form/use-form.js';

/** Starts a reassessment of a season, as of today or of an earlier day. */
export function RunStartDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const api = useApi();
  const navigate = useNavigate();
  const today = useToday();
  const { season: current } = useSeason();
  const seasons = useHome().data?.seasons ?? [];
  const sizes = new Map(seasons.map(({ season, applicants }) => [season, countText(applicants)]));
  const form = useForm({ season: (current ?? seasons[0]?.season ?? '') as number | '', asOf: today ?? '' });
  const { season, asOf } = form.values;
  return (
    <FormDialog
      form={form}
      title={t('run.start.title')}
      text={t('run.start.text')}
      submit={t(form.busy ? 'run.start.busy' : 'run.start.submit')}
      onSubmit={async () => {
        const run = await api.startRun(runRequestSchema.parse({ season, ...(asOf !== '' && asOf !== today && { asOf }) }));
        void navigate(`/runs/${run.id}/show`);
      }}
      onClose={onClose}
    >
      <ChoiceField
        {...form.field('season')}
        label={t('season.label')}
        of={[...sizes.keys()]}
        text={(each) => t('run.start.season', { season: each, count: sizes.get(each) ?? '' })}
      />
      <DayField {...form.field('asOf')} label={t('run.columns.asOf')} help={t('run.start.asOfHelp')} max={today} />
    </FormDialog>
  );
}
