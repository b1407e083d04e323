import type { Challenge } from '@matchwatch/contracts';
import type { ApplicantRecord } from '@matchwatch/domain';
import Box from '@mui/material/Box';
import { ContestedMark } from '../../challenges/challenge-entry.js';
import { useText } from '../../i18n/use-text.js';
import { Card } from '../../surface/card.js';
import { Fact, FactList } from '../../surface/fact-list.js';
import { LinkButton } from '../../surface/link-button.js';
import { factText } from './fact-text.js';
import { fieldLabel } from './field-label.js';
import { valueAt } from './path-value.js';
import { RecordList } from './record-list.js';
import { type SectionSpec, sectionSpecs } from './section-specs.js';

/** The whole record by sections, each open to writing. */
export function RecordSections({
  record,
  challenges,
  onEdit,
}: {
  record: ApplicantRecord;
  challenges: readonly Challenge[];
  onEdit?: ((section: string) => void) | undefined;
}) {
  return (
    <Box sx={{ columns: { xs: 1, lg: 2 }, columnGap: '18px', '& > *': { breakInside: 'avoid', mb: '18px' } }}>
      {sectionSpecs.map((spec) => (
        <RecordSection key={spec.key} spec={spec} record={record} challenges={challenges} onEdit={onEdit} />
      ))}
    </Box>
  );
}

function RecordSection({
  spec,
  record,
  challenges,
  onEdit,
}: {
  spec: SectionSpec;
  record: ApplicantRecord;
  challenges: readonly Challenge[];
  onEdit?: ((section: string) => void) | undefined;
}) {
  const t = useText();
  const title = t(`record.sections.${spec.key}`);
  return (
    <Box>
      <Card
        title={title}
        action={
          onEdit && (
            <LinkButton type="button" onClick={() => onEdit(spec.key)} aria-label={t('record.editSection', { section: title })}>
              {t('action.edit')}
            </LinkButton>
          )
        }
      >
        <ContestedMark challenges={challenges.filter(({ subject }) => subject.kind === 'fact' && spec.owns.includes(subject.about))} />
        {spec.fields.length > 0 && (
          <FactList names="minmax(110px, 38%)">
            {spec.fields.map(({ name }) => {
              const value = valueAt(record, name);
              return (
                <Fact key={name} name={fieldLabel(name, t)} unknown={value === undefined}>
                  {factText(name, value, t)}
                </Fact>
              );
            })}
          </FactList>
        )}
        {spec.lists.map((list) => (
          <RecordList key={list.path} spec={list} rows={valueAt(record, list.path)} headed={spec.fields.length > 0} />
        ))}
      </Card>
    </Box>
  );
}
