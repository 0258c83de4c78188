import { roleLabels, roles, type Role } from "../../../shared/model/role.ts";
import { choiceOf } from "../parts/choice-of.ts";
import { FitSelect } from "../parts/FitSelect.tsx";

interface RoleSelectProps {
  readonly value: Role;
  readonly onChoose: (role: Role) => void;
}

/** The roles of the process, by name. */
export function RoleSelect({ value, onChoose, ...field }: RoleSelectProps) {
  return (
    <FitSelect
      {...field}
      value={value}
      onChange={(_, { value: chosen }) => onChoose(choiceOf(roles, chosen, value))}
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {roleLabels[role]}
        </option>
      ))}
    </FitSelect>
  );
}
