import { readFileSync } from 'node:fs';
import { reportPath, tell } from './generate/night.js';

/** Begins the report of a night, and prints it at the end. */
export default function report(): () => void {
  const beginning = `Night of ${new Date().toISOString()}, CHANCERY_SEED=${process.env['CHANCERY_SEED']}`;
  tell(beginning);
  return () => {
    const whole = readFileSync(reportPath(), 'utf8');
    console.log(`\n${whole.slice(whole.lastIndexOf(beginning))}\n(${reportPath()})`);
  };
}
