import { expect, test } from "vitest";
import { serviceAddress } from "../../../addin/api/service-address.ts";

test.each([
  ["https://ventas.aseo.example/taskpane.html", "https://ventas.aseo.example"],
  [
    "https://aseo.example/ventas/taskpane.html?_host_Info=Excel$Web$16.01#inicio",
    "https://aseo.example/ventas",
  ],
  ["http://localhost:3000/", "http://localhost:3000"],
])("the service of %s is at %s", (page, service) => {
  expect(serviceAddress(page)).toBe(service);
});
