import type { Letter } from "./mail.ts";

type Words = Omit<Letter, "to">;

const signature = (company: string) => `\n\nVentas al Día · ${company}\n`;

/** What people read in their e-mail. Codes stand alone on their line, to be copied. */
export const letters = {
  invitation: (company: string, name: string, code: string): Words => ({
    subject: `Su invitación a Ventas al Día de ${company}`,
    text: `Hola, ${name}:

Le dieron acceso a Ventas al Día. Para entrar, abra el panel en Excel, elija «Tengo una invitación» y escriba este código:

${code}

Sirve una sola vez y vence en 7 días. Si no lo esperaba, no haga nada.${signature(company)}`,
  }),
  forgotten: (company: string, name: string, code: string): Words => ({
    subject: "Código para cambiar su contraseña de Ventas al Día",
    text: `Hola, ${name}:

Pidieron cambiar su contraseña. En el panel de Excel elija «Olvidé mi contraseña», «Ya tengo un código» y escriba este:

${code}

Sirve una sola vez y vence en 30 minutos. Si no lo pidió, no haga nada: su contraseña sigue igual.${signature(company)}`,
  }),
  digits: (company: string, digits: string): Words => ({
    subject: "Su código para entrar a Ventas al Día",
    text: `Su código para entrar es:

${digits}

Vence en 10 minutos. No lo comparta; nadie de la empresa se lo va a pedir. Si usted no está entrando, cambie su contraseña.${signature(company)}`,
  }),
} as const;
