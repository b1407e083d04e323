import type { Action } from '@matchwatch/domain';
import BalanceIcon from '@mui/icons-material/Balance';
import CalendarMonthOutlinedIcon from '@mui/icons-material/CalendarMonthOutlined';
import ChecklistIcon from '@mui/icons-material/Checklist';
import FactCheckOutlinedIcon from '@mui/icons-material/FactCheckOutlined';
import FileUploadOutlinedIcon from '@mui/icons-material/FileUploadOutlined';
import ForumOutlinedIcon from '@mui/icons-material/ForumOutlined';
import GroupOutlinedIcon from '@mui/icons-material/GroupOutlined';
import HistoryIcon from '@mui/icons-material/History';
import HomeOutlinedIcon from '@mui/icons-material/HomeOutlined';
import InsightsIcon from '@mui/icons-material/Insights';
import LocalHospitalOutlinedIcon from '@mui/icons-material/LocalHospitalOutlined';
import MonitorHeartOutlinedIcon from '@mui/icons-material/MonitorHeartOutlined';
import ReceiptLongOutlinedIcon from '@mui/icons-material/ReceiptLongOutlined';
import RuleIcon from '@mui/icons-material/Rule';
import SummarizeOutlinedIcon from '@mui/icons-material/SummarizeOutlined';
import TaskAltIcon from '@mui/icons-material/TaskAlt';
import TuneIcon from '@mui/icons-material/Tune';
import WorkspacePremiumOutlinedIcon from '@mui/icons-material/WorkspacePremiumOutlined';
import type SvgIcon from '@mui/material/SvgIcon';
import type { TextKey } from '../i18n/use-text.js';

export interface Page {
  path: string;
  label: TextKey;
  icon: typeof SvgIcon;
  /** What a role must do to see it. */
  needs: Action;
  /** Has no room in the bar of a phone: there it stands in the menu of the person. */
  aside?: boolean;
}

/** The pages of the navigation, in its order. */
export const pages: readonly Page[] = [
  { path: '/', label: 'nav.home', icon: HomeOutlinedIcon, needs: 'risk.view' },
  { path: '/queue', label: 'nav.queue', icon: RuleIcon, needs: 'review.write' },
  { path: '/applicants', label: 'nav.applicants', icon: ChecklistIcon, needs: 'applicant.find' },
  { path: '/meetings', label: 'nav.meetings', icon: ForumOutlinedIcon, needs: 'notes.view', aside: true },
  { path: '/tasks', label: 'nav.tasks', icon: TaskAltIcon, needs: 'notes.view' },
  { path: '/calendar', label: 'nav.calendar', icon: CalendarMonthOutlinedIcon, needs: 'calendar.view', aside: true },
  { path: '/caseload', label: 'nav.caseload', icon: BalanceIcon, needs: 'risk.view', aside: true },
  { path: '/programs', label: 'nav.programs', icon: LocalHospitalOutlinedIcon, needs: 'program.view', aside: true },
  { path: '/reports', label: 'nav.reports', icon: SummarizeOutlinedIcon, needs: 'edition.view', aside: true },
  { path: '/runs', label: 'nav.runs', icon: HistoryIcon, needs: 'run.view', aside: true },
  { path: '/imports', label: 'nav.imports', icon: FileUploadOutlinedIcon, needs: 'import.view', aside: true },
  { path: '/policy', label: 'nav.policy', icon: TuneIcon, needs: 'policy.view' },
  { path: '/people', label: 'nav.people', icon: GroupOutlinedIcon, needs: 'people.view', aside: true },
  { path: '/challenges', label: 'nav.challenges', icon: FactCheckOutlinedIcon, needs: 'challenge.write', aside: true },
  { path: '/outcomes-of-help', label: 'nav.help', icon: InsightsIcon, needs: 'report.view', aside: true },
  { path: '/evidence', label: 'nav.evidence', icon: WorkspacePremiumOutlinedIcon, needs: 'report.view', aside: true },
  { path: '/audit', label: 'nav.audit', icon: ReceiptLongOutlinedIcon, needs: 'audit.view', aside: true },
  { path: '/system', label: 'nav.system', icon: MonitorHeartOutlinedIcon, needs: 'system.view', aside: true },
];

export const isWithin = (pathname: string, path: string): boolean => (path === '/' ? pathname === '/' : pathname.startsWith(path));
