/** A request the server does not fulfil; its answer is `{"status":"ERROR","message":…}`. */
export class Rejection extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
