/** The processes of the machine, as far as what builds leave beside their outputs is concerned. */
export interface Processes {
  readonly own: number;
  isRunning(process: number): boolean;
}

export const system: Processes = {
  own: process.pid,
  isRunning(pid) {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
  },
};
