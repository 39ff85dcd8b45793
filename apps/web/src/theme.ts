import type { ThemeConfig } from 'antd';

const font =
  '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", ' +
  '"Source Han Sans SC", "Segoe UI", system-ui, sans-serif';

/** The same palette as `styles.css`, for the parts that antd draws. */
export const theme: ThemeConfig = {
  cssVar: { key: 'landfall' },
  hashed: false,
  token: {
    colorPrimary: '#17579c',
    colorInfo: '#17579c',
    colorSuccess: '#1f7d4d',
    colorWarning: '#b7791f',
    colorError: '#c0392e',
    colorLink: '#17579c',
    colorText: '#1a2430',
    colorTextSecondary: '#55626f',
    colorTextTertiary: '#8390a0',
    colorTextPlaceholder: '#9aa5b1',
    colorBorder: '#d5dce3',
    colorBorderSecondary: '#e2e7ec',
    colorBgLayout: '#f4f6f8',
    colorBgContainerDisabled: '#f6f8fa',
    borderRadius: 6,
    borderRadiusLG: 8,
    fontFamily: font,
    fontSize: 14,
    controlHeight: 34,
    wireframe: false,
    boxShadowTertiary: 'none',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Form: { labelColor: '#55626f', verticalLabelPadding: '0 0 5px', itemMarginBottom: 18 },
    Menu: {
      itemHeight: 40,
      itemBorderRadius: 6,
      itemSelectedBg: '#e9f0f8',
      itemSelectedColor: '#12457a',
      itemColor: '#3b4753',
      iconSize: 16,
      activeBarBorderWidth: 0,
      itemMarginInline: 10,
    },
    Table: {
      headerBg: '#f8fafb',
      headerColor: '#55626f',
      headerSplitColor: 'transparent',
      cellPaddingBlock: 11,
      cellPaddingInline: 14,
      rowHoverBg: '#f6f9fc',
      borderColor: '#edf0f3',
    },
    Tabs: { horizontalItemPadding: '10px 2px', horizontalItemGutter: 28, titleFontSize: 14 },
    Alert: { defaultPadding: '9px 14px' },
  },
};
