'use strict';
/* Every word of the page in its languages. {n} is a value, {n:call} a count with its noun. */
(function () {
  const en = {
    contents: 'Contents', theme: 'Light or dark', run: 'Run', time: 'Time (UTC)', elapsed: 'Since the start', before: 'before', was: 'was {v}',
    mergedRuns: '{n:merged run}', yes: 'yes', no: 'no', unit: 'Unit', kind: 'Kind', system: 'System', hops: 'Hops', host: 'Host',
    incomplete: 'Not everything was measured', lostEvents: '{n:event} lost: every count may be too low',
    'badge.fail': 'FAIL', 'badge.pass': 'PASS', 'badge.none': 'NO LIMITS', 'badge.unknown': 'UNKNOWN', 'badge.accepted': 'ACCEPTED',
    verdictFail: '{n} of {of:check} violated', verdictPass: '{n:check} held', verdictNone: 'No limits were set: nothing is judged',
    verdictUnknown: 'Nothing measured is violated, but not everything was measured',
    measuredAllowed: '{measured} {unit}, allowed {allowed}', acceptedCount: '{n:violation} accepted by the baseline', more: '{n} more',
    ranOut: 'Ports ran out: {n:connect} failed for want of a port, the first at {at} in {site}.',
    wouldRunOut: 'On {os} ({hops:connection} for each of yours) ports would have run out at {at}, in {site}.',
    portsTaken: 'At most {percent} of the {ports} ports were taken, counted for {os}, where it would be worst.',
    fixFirst: 'Fix this first', nothingOpened: 'No outgoing connection was made while recording.', nothingToFix: 'Nothing stands out: no redundant fetches, no port in danger, no call site that churns.',
    fetchOnce: 'Fetch {target} once in {root} and pass the result on.', fetchOnceBeforehand: 'Fetch {target} once beforehand and pass the result on.', fetchOnceBefore: 'Fetch {target} once in {root}, before line {line}, and pass the result on.',
    sparesBoth: 'That spares {calls} of {of:call} and {connections:connection}.', sparesCalls: 'That spares {calls} of {of:call}.', seeChain: 'See the chain',
    remedyFigures: 'On {os}: connections {before} → {after}, TIME_WAIT peak {twBefore} → {twAfter}, ports taken {useBefore} → {useAfter}.',
    connections: 'Connections', peakRate: 'Peak rate', peakOpen: 'Peak open', failed: 'Failed', timeWaitOn: 'TIME_WAIT peak, {os}', portsOn: 'Ports taken, {os}', avoidableCalls: 'Avoidable calls',
    'os.linux': 'Linux', 'os.windows': 'Windows', 'os.macos': 'macOS', 'os.custom': 'custom',
    timeline: 'Timeline', timelineLead: 'How fast connections were opened, how many were open, and how many ports would have been taken on each system, as modelled. Dashed: the size of its port range.',
    noTimeline: 'This run has no timeline.', zoomOut: 'Show all', dragToZoom: 'Drag to zoom; double-click shows all.', zoomTold: '{from} – {to}: {n:connect}',
    'series.timeWait': 'TIME_WAIT', 'series.usedPorts': 'Ports taken', 'scale.log': 'Compressed scale', 'scale.linear': 'Linear', connectsPerSecond: 'Connects per second', failedPerSecond: 'Failed per second', openConnections: 'Open connections',
    'ports.timeWait': 'Sockets in TIME_WAIT (modelled)', 'ports.usedPorts': 'Ports taken: open and TIME_WAIT (modelled)', limitOf: '{os}: ports',
    chains: 'Redundant chains', chainsLead: 'Steps that each fetch what was fetched before, with the same answer. The pin marks the method where one fetch would do.', chainsNone: 'No call is known to be avoidable.', noFetches: 'No fetches were recorded: http=false and no watch.',
    otherChains: '{n:other chain}, told for information', chainFigures: '{calls:call}, {answers:answer}; {avoidable} avoidable, with {connections:connection}; seen {n:time}', ignoredFor: 'Accepted: {reason}',
    'shape.sequence': 'sequence', 'shape.nested': 'nested', 'shape.loop': 'loop', 'shape.fan-out': 'fan-out', line: 'line {n}', moreSteps: 'and {n:more step}', again: 'again and again', fetched: '{n:call}, {answers:answer}', fetchHere: 'fetch once here',
    polls: '{n:waiting loop}: told, not blamed', request: 'Request', calls: 'Calls', answers: 'Answers', interval: 'Mean interval',
    sites: 'Call sites', sitesLead: 'The innermost frame of your own code for each connection. Open a row for stacks, endpoints and lifetimes.', site: 'Call site', signature: 'Signature', lifetimeP50: 'Lived (median)', closedFirst: 'Closed first', beforeCount: 'Before',
    'kind.application': 'application', 'kind.library': 'library', 'kind.jdk': 'JDK', handoff: 'handed over', cause: 'cause', filterSites: 'Filter by class, method, endpoint, test', anySignature: 'Any signature', anyKind: 'Any kind', sitesShown: '{n} of {of:call site}',
    library: 'Client library', over: '{library} over {transport}', openedBy: '{library}, opened by {site}', closedBy: 'Closed by others than who opened them', byCollector: 'never closed by the program: garbage collection did', closingHanded: 'handed over by {site}',
    'closed.local': 'we closed first', 'closed.peer': 'the peer closed first', 'closed.reset': 'reset', 'closed.unknown': 'unknown',
    figures: 'Figures', mean: '{n}/s on average', openAtEnd: 'Open at the end', abandoned: 'Abandoned', connectTime: 'Time to connect', lifetime: 'Lifetime', lifetimes: 'Lifetimes', scopes: 'Tests and scopes', stacks: '{n:stack}', times: '{n:connection}', cure: 'Cure:', readMore: 'Read more',
    'means.close-first': 'opens a connection for one use and closes it before the other side does, which leaves a port in TIME_WAIT.', 'cure.close-first': 'reuse a connection: one shared client with keep-alive, or a pool.',
    'means.hoard': 'holds many connections open at once.', 'cure.hoard': 'close them (try-with-resources), or bound the pool.',
    'means.leak': 'leaves connections open, more and more.', 'cure.leak': 'close them (try-with-resources).',
    'means.reset': 'ends many connections by a reset.', 'cure.reset': 'read answers to their end before closing; look for linger 0 and for a peer that crashes.',
    'means.peer-first': 'has its connections closed by the peer after each use.', 'cure.peer-first': 'turn on keep-alive at the peer, and don’t ask it to close.',
    'means.pooled': 'uses its connections many times over: as it should be.', 'cure.pooled': 'none is needed.',
    flame: 'Where connections come from', flameLead: 'All stacks at once, the outermost caller on top; the width is the number of connections. Click to zoom.', allConnections: 'all connections', searchMethods: 'Search methods', flameSite: 'call site', flameCode: 'application and libraries', foundShare: 'found: {percent} of all connections',
    endpoints: 'Endpoints', endpointsLead: 'Where the connections went.', endpoint: 'Endpoint', timeWaitPeak: 'TIME_WAIT peak',
    limits: 'Limits', limitsLead: 'Each limit with what was measured, the worst first.', noLimits: 'No limits were set. Put them into churn.yaml, and check fails the build when one is exceeded.', verdict: 'Verdict', limit: 'Limit', subject: 'Subject', measured: 'Measured', allowed: 'Allowed', wholeRun: 'the whole run',
    remedies: 'Remedies', remediesLead: 'What could be done and what the port model says would be left, on {os} with {hops:connection} for each of yours.', noRemedies: 'Nothing needs a remedy.', remedy: 'Remedy', portUse: 'Ports taken',
    'remedyKind.cache': 'fetch once', 'remedyKind.reuse': 'reuse', 'remedyKind.skip-hop': 'skip the proxy', 'remedyKind.widen-ports': 'more ports', 'remedyKind.all': 'all together',
    systems: 'On other systems', systemsLead: 'The same connections replayed against the ports of each system.', portRange: 'Port range', portsPeak: 'Ports at most', sustainable: 'Sustainable rate', copies: 'Copies of this run', exhausted: 'Ports ran out', thisRun: 'this run', observed: 'The system’s own table showed at most {peak} of this run’s sockets in TIME_WAIT; modelled were {modelled} ({looks:look}).',
    environment: 'Environment', mainClass: 'Main class', pid: 'Process', os: 'System', java: 'Java', startedAt: 'Started', endedAt: 'Ended', duration: 'Duration', complete: 'End seen', notComplete: 'no: rebuilt from the journal of a JVM that did not end by itself', lost: 'Lost events', mergedRunsKey: 'Merged runs', notMeasured: 'What could not be measured', allMeasured: 'Everything was measured.', notes: 'Notes',
    findings: 'What the findings mean', findingsLead: 'Each with an example and its cure.',
    'change.worse': 'worse', 'change.better': 'better', 'change.same': 'unchanged', 'change.mixed': 'better and worse', 'change.new': 'new', 'change.gone': 'gone',
    comparedWith: 'compared with run {id} of {at}', tolerance: 'Differences of up to {n} % count as noise.',
    'figure.connections': 'connections', 'figure.failed': 'failed', 'figure.peakOpen': 'open at once', 'figure.peakRatePerSecond': 'peak rate per second', 'figure.avoidableCalls': 'avoidable calls', 'figure.durationSeconds': 'duration, s', 'figure.timeWaitPeak': 'TIME_WAIT peak', 'figure.portUsePercent': 'ports taken', 'figure.calls': 'calls', 'figure.avoidableConnections': 'avoidable connections', 'figure.occurrences': 'occurrences',
    madeBy: 'Made by churn-agent {version}. Times are UTC.',
  };

  const zh = {
    contents: '目录', theme: '浅色或深色', run: '运行', time: '时间 (UTC)', elapsed: '自开始', before: '之前', was: '之前 {v}',
    mergedRuns: '合并了 {n} 次运行', yes: '是', no: '否', unit: '单位', kind: '类别', system: '操作系统', hops: '跳数', host: '主机',
    incomplete: '有内容未能测量', lostEvents: '丢失了 {n} 个事件：所有计数都可能偏低',
    'badge.fail': '未通过', 'badge.pass': '通过', 'badge.none': '未设限制', 'badge.unknown': '未知', 'badge.accepted': '已接受',
    verdictFail: '{of} 项检查中有 {n} 项超限', verdictPass: '{n} 项检查全部符合', verdictNone: '没有设置限制，因此不作判定', verdictUnknown: '已测量的都没有超限，但并非全部都已测量',
    measuredAllowed: '{measured} {unit}，允许 {allowed}', acceptedCount: '基线接受了 {n} 项超限', more: '还有 {n} 项',
    ranOut: '端口已耗尽：{n} 次连接因没有端口而失败，第一次在 {at}，位于 {site}。', wouldRunOut: '在 {os} 上（每个连接占用 {hops} 个端口），端口会在 {at} 耗尽，位于 {site}。', portsTaken: '按最不利的 {os} 计算，{ports} 个端口中最多占用 {percent}。',
    fixFirst: '首先解决', nothingOpened: '记录期间没有发起任何连接。', nothingToFix: '没有突出的问题：没有重复获取，端口没有危险，也没有频繁建连的调用点。',
    fetchOnceBeforehand: '事先只获取一次 {target}，再把结果传下去。', fetchOnce: '在 {root} 中只获取一次 {target}，再把结果传下去。', fetchOnceBefore: '在 {root} 中第 {line} 行之前只获取一次 {target}，再把结果传下去。',
    sparesBoth: '这样可以省去 {of} 次调用中的 {calls} 次，以及 {connections} 个连接。', sparesCalls: '这样可以省去 {of} 次调用中的 {calls} 次。', seeChain: '查看调用链',
    remedyFigures: '在 {os} 上：连接 {before} → {after}，TIME_WAIT 峰值 {twBefore} → {twAfter}，端口占用 {useBefore} → {useAfter}。',
    connections: '连接数', peakRate: '峰值速率', peakOpen: '同时打开峰值', failed: '失败', timeWaitOn: 'TIME_WAIT 峰值，{os}', portsOn: '端口占用，{os}', avoidableCalls: '可避免的调用',
    'os.linux': 'Linux', 'os.windows': 'Windows', 'os.macos': 'macOS', 'os.custom': '自定义',
    timeline: '时间线', timelineLead: '建立连接的速度、同时打开的连接数，以及模型推算的各操作系统端口占用。虚线表示该系统的端口范围大小。',
    noTimeline: '这次运行没有时间线。', zoomOut: '显示全部', dragToZoom: '拖动可放大，双击恢复。', zoomTold: '{from} – {to}：{n} 次连接',
    'series.timeWait': 'TIME_WAIT', 'series.usedPorts': '占用端口', 'scale.log': '压缩刻度', 'scale.linear': '线性', connectsPerSecond: '每秒连接数', failedPerSecond: '每秒失败数', openConnections: '打开的连接',
    'ports.timeWait': '处于 TIME_WAIT 的套接字（模型）', 'ports.usedPorts': '占用的端口：打开与 TIME_WAIT（模型）', limitOf: '{os}：端口数',
    chains: '重复的调用链', chainsLead: '每一步都重新获取之前已经得到的相同结果。标记处的方法里只需获取一次。', chainsNone: '没有已知可以避免的调用。', noFetches: '没有记录任何获取：http=false 且未设置 watch。',
    otherChains: '另有 {n} 条调用链，仅供参考', chainFigures: '{calls} 次调用，{answers} 种结果；{avoidable} 次可避免，涉及 {connections} 个连接；出现 {n} 次', ignoredFor: '已接受：{reason}',
    'shape.sequence': '顺序', 'shape.nested': '嵌套', 'shape.loop': '循环', 'shape.fan-out': '分发', line: '第 {n} 行', moreSteps: '还有 {n} 步', again: '反复执行', fetched: '{n} 次调用，{answers} 种结果', fetchHere: '在这里获取一次',
    polls: '{n} 个等待循环：仅说明，不算问题', request: '请求', calls: '调用', answers: '结果', interval: '平均间隔',
    sites: '调用点', sitesLead: '每个连接在您自己代码中最内层的一帧。展开一行可查看调用栈、端点和存活时间。', site: '调用点', signature: '特征', lifetimeP50: '存活（中位数）', closedFirst: '先关闭方', beforeCount: '之前',
    'kind.application': '应用', 'kind.library': '库', 'kind.jdk': 'JDK', handoff: '跨线程', cause: '原因', filterSites: '按类、方法、端点、测试筛选', anySignature: '任意特征', anyKind: '任意类别', sitesShown: '{of} 个调用点中的 {n} 个',
    library: '客户端库', over: '{library}（基于 {transport}）', openedBy: '{library}，由 {site} 打开', closedBy: '由打开者以外的代码关闭', byCollector: '程序从未关闭：由垃圾回收关闭', closingHanded: '由 {site} 移交',
    'closed.local': '我方先关闭', 'closed.peer': '对方先关闭', 'closed.reset': '重置', 'closed.unknown': '未知',
    figures: '数据', mean: '平均 {n}/s', openAtEnd: '结束时仍打开', abandoned: '放弃', connectTime: '建连耗时', lifetime: '存活时间', lifetimes: '存活时间分布', scopes: '测试与范围', stacks: '{n} 个调用栈', times: '{n} 个连接', cure: '处理：', readMore: '详细说明',
    'means.close-first': '为一次使用打开连接，并先于对方关闭，因此端口会停留在 TIME_WAIT。', 'cure.close-first': '复用连接：使用一个共享的 keep-alive 客户端，或连接池。',
    'means.hoard': '同时占用许多打开的连接。', 'cure.hoard': '及时关闭 (try-with-resources)，或限制连接池大小。',
    'means.leak': '留下越来越多未关闭的连接。', 'cure.leak': '及时关闭 (try-with-resources)。',
    'means.reset': '许多连接以重置结束。', 'cure.reset': '关闭前读完响应；检查 linger 0 以及崩溃的对方。',
    'means.peer-first': '每次使用后连接都由对方关闭。', 'cure.peer-first': '在对方启用 keep-alive，并且不要请求关闭。',
    'means.pooled': '多次复用连接：正应如此。', 'cure.pooled': '无需处理。',
    flame: '连接从何而来', flameLead: '汇总所有调用栈，最外层调用者在上方；宽度表示连接数。点击可放大。', allConnections: '全部连接', searchMethods: '搜索方法', flameSite: '调用点', flameCode: '应用与库', foundShare: '匹配：占全部连接的 {percent}',
    endpoints: '端点', endpointsLead: '连接的去向。', endpoint: '端点', timeWaitPeak: 'TIME_WAIT 峰值',
    limits: '限制', limitsLead: '每项限制及其测量值，最严重的在前。', noLimits: '没有设置限制。把限制写入 churn.yaml，超限时 check 会让构建失败。', verdict: '判定', limit: '限制', subject: '对象', measured: '测量值', allowed: '允许值', wholeRun: '整个运行',
    remedies: '改进措施', remediesLead: '可以采取的措施，以及端口模型推算的效果：{os}，每个连接占用 {hops} 个端口。', noRemedies: '无需改进。', remedy: '措施', portUse: '端口占用',
    'remedy.cache': '在 {target} 中只获取一次，并传递结果。', 'remedy.reuse': '保持并复用到 {target} 的连接：最终约 {n} 个连接。', 'remedy.skip-hop': '绕过本机上的代理：{target}。', 'remedy.all': '同时采取以上措施。',
    'remedyKind.cache': '只获取一次', 'remedyKind.reuse': '复用', 'remedyKind.skip-hop': '绕过代理', 'remedyKind.widen-ports': '扩大端口范围', 'remedyKind.all': '全部措施',
    systems: '在其他操作系统上', systemsLead: '用各操作系统的端口重放相同的连接。', portRange: '端口范围', portsPeak: '端口最多', sustainable: '可持续速率', copies: '可并行的运行数', exhausted: '端口耗尽', thisRun: '本次运行', observed: '系统自身的套接字表中，本次运行最多有 {peak} 个处于 TIME_WAIT；模型为 {modelled}（查看 {looks} 次）。',
    environment: '运行环境', mainClass: '主类', pid: '进程', os: '操作系统', java: 'Java', startedAt: '开始', endedAt: '结束', duration: '时长', complete: '正常结束', notComplete: '否：由未正常结束的 JVM 的日志重建', lost: '丢失的事件', mergedRunsKey: '合并的运行', notMeasured: '未能测量的内容', allMeasured: '全部都已测量。', notes: '说明',
    findings: '各项发现的含义', findingsLead: '每项都有示例和处理办法（英文）。',
    'change.worse': '变差', 'change.better': '变好', 'change.same': '无变化', 'change.mixed': '有好有坏', 'change.new': '新增', 'change.gone': '消失',
    comparedWith: '与 {at} 的运行 {id} 比较', tolerance: '{n} % 以内的差异视为波动。',
    'figure.connections': '连接数', 'figure.failed': '失败', 'figure.peakOpen': '同时打开', 'figure.peakRatePerSecond': '每秒峰值', 'figure.avoidableCalls': '可避免的调用', 'figure.durationSeconds': '时长（秒）', 'figure.timeWaitPeak': 'TIME_WAIT 峰值', 'figure.portUsePercent': '端口占用', 'figure.calls': '调用', 'figure.avoidableConnections': '可避免的连接', 'figure.occurrences': '出现次数',
    'unit.connections/s': '连接/秒', 'unit.connections': '连接', 'unit.calls': '调用', 'unit.sockets': '套接字',
    'cause.client-each': '{n} 个连接由 {objects} 个客户端对象（{client}）打开{built}：每次使用都新建了客户端。', 'cause.grpc-channel': '{n} 个连接由 {objects} 个 gRPC 通道打开：通道在第一次调用时以及空闲之后重新连接。',
    'cause.pool-fills': '由连接池自己在后台打开{built}。', 'cause.builtAt': '，创建于 {at}',
    'cause.unread-answers': '{n} 个响应在连接关闭或运行结束之前没有读完：这些连接无法再次使用。', 'cause.left-open': '响应体没有读完或没有关闭：{of} 个连接中的 {n} 个无法再次使用。',
    'adviceMany': '逐个请求了 {n} 种不同的参数：如果对方支持批量查询，一次请求即可。仅供参考，不计为可避免。', 'adviceNone': '仅供参考：其中没有已知可以避免的调用。',
    adviceThread: '事先只获取一次 {target}，再传给各步骤。', 'adviceShape.sequence': '在 {root} 中只获取一次 {target}，再传给各步骤。', 'adviceShape.nested': '在 {root} 中只获取一次 {target}，再逐层传下去。', 'adviceShape.loop': '在 {root} 中循环之前只获取一次 {target}，之后重复使用。', 'adviceShape.fan-out': '在 {root} 启动其他线程之前只获取一次 {target}，再传给它们。',
    madeBy: '由 churn-agent {version} 生成。时间均为 UTC。',
  };

  churn.words = {en, zh};
  churn.language = 'en';

  /** Whether the page's language has a sentence of its own. */
  churn.hasWord = (key) => key in churn.words[churn.language];

  function plural(count, noun) {
    return count === '1' ? noun : noun.endsWith('s') ? noun : noun + 's';
  }

  /** The text of a key; values are put in as they are. */
  churn.t = (key, values) => {
    const text = churn.words[churn.language][key] || en[key] || key.slice(key.indexOf('.') + 1);
    return text.replace(/\{(\w+)(?::([^}]+))?\}/g, (whole, name, noun) => {
      const value = String(values[name]);
      return noun === undefined ? value : value + ' ' + plural(value, noun);
    });
  };

  /** The same as a list of texts and elements, where values may be elements. */
  churn.tn = (key, values) => (churn.words[churn.language][key] || en[key]).split(/(\{\w+\})/)
    .map((part) => (/^\{\w+\}$/.test(part) ? values[part.slice(1, -1)] : part));

  churn.unit = (unit) => (churn.words[churn.language]['unit.' + unit] || unit);
  churn.figureName = (name) => churn.words[churn.language]['figure.' + name] || name;
})();
