import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { PersonRegular } from "@fluentui/react-icons/svg/person";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { SignOutRegular } from "@fluentui/react-icons/svg/sign-out";
import { useState } from "react";
import type { Me } from "../../../shared/contract.ts";
import { roleLabels } from "../../../shared/model/role.ts";
import { AccountDialog } from "../account/AccountDialog.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { accountText } from "../text/account-text.ts";
import { es } from "../text/es.ts";
import { HelpDialog } from "./HelpDialog.tsx";

/** Who is signed in, help, and the way out. */
export function AccountMenu({ me }: { readonly me: Me }) {
  const { commands } = useActs();
  const [helping, setHelping] = useState(false);
  const [isOwnOpen, setOwnOpen] = useState(false);
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            size="small"
            icon={<MoreHorizontalRegular />}
            aria-label={es.menu.label}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>
                {me.person.name} · {roleLabels[me.person.role]}
              </MenuGroupHeader>
              <MenuItem icon={<PersonRegular />} onClick={() => setOwnOpen(true)}>
                {accountText.own.title}
              </MenuItem>
              <MenuItem icon={<QuestionCircleRegular />} onClick={() => setHelping(true)}>
                {es.menu.help}
              </MenuItem>
            </MenuGroup>
            <MenuDivider />
            <MenuItem icon={<SignOutRegular />} onClick={() => void commands.signOut()}>
              {es.menu.signOut}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <AccountDialog me={me} open={isOwnOpen} onClose={() => setOwnOpen(false)} />
      <HelpDialog open={helping} onClose={() => setHelping(false)} />
    </>
  );
}
