import ChecklistIcon from '@mui/icons-material/Checklist';
import FileUploadOutlinedIcon from '@mui/icons-material/FileUploadOutlined';
import HistoryIcon from '@mui/icons-material/History';
import HomeOutlinedIcon from '@mui/icons-material/HomeOutlined';
import TuneIcon from '@mui/icons-material/Tune';
import type SvgIcon from '@mui/material/SvgIcon';
import type { TextKey } from '../i18n/use-text.js';

interface Page {
  path: string;
  label: TextKey;
  icon: typeof SvgIcon;
}

/** The pages of the navigation, in its order. */
export const pages: readonly Page[] = [
  { path: '/', label: 'nav.home', icon: HomeOutlinedIcon },
  { path: '/applicants', label: 'nav.applicants', icon: ChecklistIcon },
  { path: '/runs', label: 'nav.runs', icon: HistoryIcon },
  { path: '/imports', label: 'nav.imports', icon: FileUploadOutlinedIcon },
  { path: '/policy', label: 'nav.policy', icon: TuneIcon },
];

export const isWithin = (pathname: string, path: string): boolean => (path === '/' ? pathname === '/' : pathname.startsWith(path));
