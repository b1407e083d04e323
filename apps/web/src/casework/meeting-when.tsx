import { type Meeting } from '@matchwatch/contracts';
import { meetingKinds, meetingTopics, meetingTransitions, writableMeetingStates } from '@matchwatch/domain';
import { meetingKindLabel, meetingTopicLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import { useText } from '../i18n/use-text.js';
import { ChoiceField } from '../surface/form/choice-field.js';
import { DayField } from '../surface/form/day-field.js';
import { FormField } from '../surface/form/form-field.js';
import { ToggleField } from '../surface/form/toggle-field.js';
import type { Form } from '../surface/form/use-form.js';
import type { MeetingForm } from './meeting-form.js';

/** The longest a meeting lasts, in minutes. */
const longest = 600;

/** Whether, how, when and how long people met. */
export function MeetingWhen({ form, before }: { form: Form<MeetingForm>; before: Meeting['state'] | undefined }) {
  const t = useText();
  const { values, set, field } = form;
  const states = writableMeetingStates.filter((state) => before === undefined || meetingTransitions[before].includes(state));
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '0 12px', alignItems: 'flex-start' }}>
      <ToggleField {...field('state')} label={t('log.state')} of={states} text={(state) => t(`log.states.${state}`)} />
      <ChoiceField {...field('kind')} label={t('log.kind')} of={meetingKinds} text={meetingKindLabel} sx={{ width: 150 }} />
      <DayField {...field('on')} label={t('log.day')} sx={{ width: 165 }} />
      <FormField {...field('at')} type="time" shrink label={t('log.time')} sx={{ width: 125 }} />
      <FormField
        label={t('log.minutes')}
        value={String(values.minutes ?? '')}
        wrong={form.wrong('minutes')}
        onChange={(text) => set({ minutes: Math.min(Number(text.replace(/\D/g, '')), longest) || null })}
        longest={3}
        html={{ inputMode: 'numeric' }}
        sx={{ width: 84 }}
      />
    </Box>
  );
}

/** What was talked about. */
export function MeetingTopics({ values: { topics }, set }: Form<MeetingForm>) {
  const t = useText();
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: '4px 0 0', minWidth: 0 }}>
      <Box component="legend" sx={{ fontWeight: 600, fontSize: 13.5, p: 0, mb: '6px' }}>
        {t('log.topics')}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '6px' }}>
        {meetingTopics.map((topic) => {
          const isChosen = topics.includes(topic);
          return (
            <Chip
              key={topic}
              label={meetingTopicLabel(topic)}
              aria-pressed={isChosen}
              variant={isChosen ? 'filled' : 'outlined'}
              onClick={() => set({ topics: isChosen ? topics.filter((each) => each !== topic) : [...topics, topic] })}
              sx={{ borderRadius: '9px', ...(isChosen && { bgcolor: 'var(--brand-soft)', color: 'var(--brand)', fontWeight: 600 }) }}
            />
          );
        })}
      </Box>
    </Box>
  );
}
