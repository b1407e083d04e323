import { importFiles } from '@matchwatch/contracts';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { apiUrl } from '../http/http-client.js';
import { useText } from '../i18n/use-text.js';
import { Card } from '../surface/card.js';
import { plainList } from '../surface/plain-list.js';

/** One empty table per list of the record, with the columns an import knows. */
export function ImportTemplates() {
  const t = useText();
  return (
    <Card title={t('import.templates.title')}>
      <Box sx={{ color: 'var(--mute)', mb: '8px' }}>{t('import.templates.text')}</Box>
      <Box component="ul" sx={{ ...plainList, columns: 2 }}>
        {importFiles.map((file) => (
          <Box component="li" key={file} sx={{ py: '3px' }}>
            <Link href={`${apiUrl}/imports/templates/${file}.csv`} download={`${file}.csv`}>
              {file}.csv
            </Link>
          </Box>
        ))}
      </Box>
    </Card>
  );
}
