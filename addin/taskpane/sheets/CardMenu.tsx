import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { putBackText } from "../text/repair-text.ts";

interface CardMenuProps {
  /** What the card is about. */
  readonly label: string;
  readonly onPutBack: () => void;
}

/** What is seldom done with a linked sheet. */
export function CardMenu({ label, onPutBack }: CardMenuProps) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          icon={<MoreHorizontalRegular />}
          aria-label={putBackText.menu(label)}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<ArrowUndoRegular />} onClick={onPutBack}>
            {putBackText.act}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
