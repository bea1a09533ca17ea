import { appendFileSync } from 'node:fs';
import { startSmtp, type SmtpScript } from './smtp.ts';

/**
 * A mail server in a process of its own, whose mailbox outlives it and whoever sends: one line of JSON for each mail it
 * took. Prints its port. Arguments: the file, and what to answer as JSON (optional).
 */
const [file, script = '{}'] = process.argv.slice(2);
if (file === undefined) throw new Error('the file for the mails is missing');
const server = await startSmtp({
  ...(JSON.parse(script) as SmtpScript),
  onMail: (mail) => {
    appendFileSync(file, `${JSON.stringify(mail)}\n`);
  },
});
process.stdout.write(`${server.port}\n`);
