import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** True as soon as something takes connections on this port of the machine; false after `seconds` without. */
export async function answersOn(port: number, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    if (await takesConnection(port)) return true;
    await wait(100);
  }
  return false;
}

function takesConnection(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ port, host: "localhost" });
    const answer = (is: boolean) => {
      socket.destroy();
      done(is);
    };
    socket.once("connect", () => answer(true));
    socket.once("error", () => answer(false));
  });
}
