/** Names of countries, provinces and large cities. */

const COUNTRIES = '美国|英国|日本|德国|法国|俄罗斯|印度尼西亚|印尼|印度|韩国|巴西|加拿大|澳大利亚|意大利|西班牙|瑞士|瑞典|荷兰|以色列|新加坡|马来西亚|泰国|越南|老挝|柬埔寨|缅甸|巴基斯坦|哈萨克斯坦|乌兹别克斯坦|埃及|埃塞俄比亚|肯尼亚|南非|尼日利亚|沙特|阿联酋|土耳其|墨西哥|阿根廷|波兰|匈牙利|塞尔维亚|希腊|乌克兰|挪威|丹麦|芬兰|爱尔兰|冰岛|奥地利|比利时|卢森堡|葡萄牙|捷克|斯洛伐克|罗马尼亚|保加利亚|克罗地亚|白俄罗斯|格鲁吉亚|阿塞拜疆|吉尔吉斯斯坦|塔吉克斯坦|土库曼斯坦|新西兰|菲律宾|斯里兰卡|孟加拉国|尼泊尔|伊朗|伊拉克|卡塔尔|科威特|智利|秘鲁|古巴|哥伦比亚|委内瑞拉|坦桑尼亚|摩洛哥|阿尔及利亚|安哥拉|发达国家|发展中国家|朝鲜|蒙古国?|欧盟|东盟|中东欧|欧洲|东欧|西欧|北欧|南欧|北非|非洲|拉丁美洲|拉美|南美|北美|亚洲|东南亚|东亚|南亚|中亚(?!热带)|大洋洲|全球|世界';
export const PROVINCES = '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|港澳|粤港澳大湾区|长三角|京津冀|成渝|珠三角|长江经济带';
export const CITIES = '深圳|广州|杭州|南京|苏州|成都|武汉|西安|合肥|长沙|郑州|青岛|济南|大连|沈阳|长春|哈尔滨|厦门|福州|宁波|无锡|佛山|东莞|珠海|昆明|贵阳|南宁|海口|三亚|太原|石家庄|兰州|西宁|银川|乌鲁木齐|拉萨|呼和浩特|南昌|温州|常州|义乌|张江|中关村|浦东|雄安|横琴|前海|' +
  '唐山|秦皇岛|邯郸|邢台|张家口|承德|沧州|廊坊|衡水|阳泉|晋城|朔州|晋中|运城|忻州|临汾|吕梁|包头|乌海|赤峰|通辽|鄂尔多斯|呼伦贝尔|巴彦淖尔|乌兰察布|鞍山|抚顺|本溪|丹东|锦州|营口|阜新|辽阳|盘锦|铁岭|葫芦岛|四平|辽源|延边|齐齐哈尔|鸡西|鹤岗|双鸭山|大庆|伊春|佳木斯|七台河|牡丹江|黑河|绥化|徐州|南通|连云港|淮安|盐城|扬州|镇江|泰州|宿迁|嘉兴|湖州|绍兴|金华|衢州|舟山|台州|丽水|芜湖|蚌埠|淮南|马鞍山|淮北|铜陵|安庆|滁州|阜阳|宿州|六安|亳州|池州|宣城|莆田|泉州|漳州|南平|龙岩|宁德|景德镇|萍乡|九江|新余|鹰潭|赣州|吉安|宜春|抚州|上饶|淄博|枣庄|东营|烟台|潍坊|济宁|威海|日照|临沂|德州|聊城|滨州|菏泽|开封|洛阳|平顶山|安阳|鹤壁|新乡|焦作|濮阳|许昌|漯河|三门峡|南阳|商丘|信阳|周口|驻马店|黄石|十堰|宜昌|襄阳|鄂州|荆门|孝感|荆州|黄冈|咸宁|随州|恩施|株洲|湘潭|衡阳|邵阳|岳阳|常德|张家界|益阳|郴州|永州|怀化|娄底|湘西|韶关|汕头|江门|湛江|茂名|肇庆|惠州|梅州|汕尾|河源|阳江|清远|潮州|揭阳|云浮|柳州|桂林|梧州|北海|防城港|钦州|贵港|玉林|贺州|河池|自贡|攀枝花|泸州|德阳|绵阳|广元|遂宁|内江|乐山|南充|眉山|宜宾|广安|达州|雅安|资阳|六盘水|遵义|安顺|毕节|铜仁|黔东南|黔西南|黔南|曲靖|玉溪|保山|昭通|丽江|普洱|临沧|大理|铜川|宝鸡|咸阳|渭南|延安|汉中|榆林|嘉峪关|酒泉|张掖|武威|庆阳|天水|定西|陇南|石嘴山|吴忠|中卫|克拉玛依|吐鲁番|哈密|喀什';

/** Source text of a pattern for the name of a country, a province or a city. */
export const PLACE = `(?:${PROVINCES}|${CITIES}|${COUNTRIES})`;

/**
 * Source text of a pattern for a place with its rank at the head of a clause (某县, 某某市): one to four letters and the rank, which
 * are no common noun (城市, 地区, 园区, 贫困县). One group: the name without its rank where two letters stand before it.
 */
export const RANKED_PLACE = '(?:(?![东南西北]{0,2}(?:[临与接邻毗靠依至距抵]|相连)|毗邻|邻近|隶属|下辖|位于|地处|预计|成立|建立|设立|组建|新建|推动|支持|获评|入选|创建|建成|打造|实现|完成|推进|带动|帮助|经|其中|[\\p{Script=Han}]{0,5}[全我本各该][省市县区州]|全|我|本|各|该|这|某|有|在|对|与|和|为|将|是|新增|城|省|县|区|市|地级|副省|中小|大中|超大|特大|沿海|内陆|农村|贫困|民族|东部|中部|西部|东北|国家|一线)[\\p{Script=Han}]{1,5}?(?:自治区|自治州|自治县|(?<![城超股上楼夜都门入县省级辖集面])市(?![场值面级委政民域价况长])|(?<![困强大业点个百])县(?![级城域委政长乡])|(?<![城地社园小山校灾牧林库辖特新郊景片街军战疫发范验护贸能老边港业术心济游商产])区(?![域间块别位委分])|(?<![亚美欧非神九中])州))';

/** Source text of a pattern for the English names; longest first. */
export const ENGLISH_PLACES = [
  'the United States', 'United States', 'the USA', 'USA', 'the U\\.S\\.', 'the US', 'the United Kingdom', 'United Kingdom', 'the UK', 'Britain', 'Japan', 'Germany', 'France', 'Italy', 'Spain', 'Switzerland', 'Sweden', 'the Netherlands',
  'Republic of Korea', 'South Korea', 'the ROK', 'Singapore', 'India', 'Russia', 'Brazil', 'Canada', 'Australia', 'Israel', 'Indonesia', 'Malaysia', 'Thailand', 'Vietnam', 'Pakistan', 'Egypt', 'South Africa', 'Saudi Arabia', 'Mexico',
  'the OECD', 'OECD', 'China', 'the European Union', 'the EU', 'EU', 'US(?!\\$)', 'UK', 'Europe', 'ASEAN', 'Africa', 'Southeast Asia', 'Central Asia', 'Asia', 'North America', 'Latin America', 'Hong Kong', 'Macao', 'Taiwan', 'Beijing', 'Shanghai', 'Tianjin', 'Chongqing', 'Guangdong', 'Jiangsu', 'Zhejiang', 'Shandong', 'Fujian', 'Anhui', 'Jiangxi', 'Hubei', 'Hunan', 'Henan',
  'Hebei', 'Shanxi', 'Shaanxi', 'Sichuan', 'Yunnan', 'Guizhou', 'Guangxi', 'Hainan', 'Liaoning', 'Jilin', 'Heilongjiang', 'Gansu', 'Qinghai', 'Xinjiang', 'Ningxia', 'Tibet', 'Xizang', 'Inner Mongolia', 'Shenzhen', 'Guangzhou', 'Hangzhou', 'Suzhou', 'Wuhan', 'Chengdu',
].join('|');
