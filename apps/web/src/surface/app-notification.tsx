import { Notification } from 'react-admin';

/** Short news at the top, where they hide no button. */
export const AppNotification = () => <Notification anchorOrigin={{ vertical: 'top', horizontal: 'center' }} autoHideDuration={4500} />;
