/** What `foedus backup` and `foedus restore` say. */
import { catalogue } from '@foedus/kernel/text';
import en from '../../messages/backup.en.json' with { type: 'json' };
import ja from '../../messages/backup.ja.json' with { type: 'json' };
import ko from '../../messages/backup.ko.json' with { type: 'json' };

export const BACKUP_MESSAGES = { en, ko, ja };
export const sayBackup = catalogue(BACKUP_MESSAGES);
export type BackupKey = keyof typeof en;
